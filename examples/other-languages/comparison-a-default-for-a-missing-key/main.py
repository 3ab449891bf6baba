guests = {}
guests.setdefault("hall", []).append("Ada")
guests.setdefault("hall", []).append("Grace")
print(guests["hall"])
