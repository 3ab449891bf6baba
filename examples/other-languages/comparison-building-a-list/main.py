def shopping_list():
    items = []
    items.append("bread")
    items.append("milk")
    return items


for item in shopping_list():
    print(item)
# nothing refers to the list any more
