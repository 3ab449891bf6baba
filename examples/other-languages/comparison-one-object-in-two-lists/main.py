ada = {"name": "Ada", "paid": False}
guests = [ada]
tonight = [ada]
tonight[0]["paid"] = True
print(guests[0]["name"], "has paid:", guests[0]["paid"])
