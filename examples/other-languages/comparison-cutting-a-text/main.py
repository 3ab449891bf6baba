name = "Zoë Ng"
initials = name[:3]
print(f"{initials}, {len(name)} characters")
