first = ["bread"]
second = first
second.append("milk")
print(len(first), "items")
