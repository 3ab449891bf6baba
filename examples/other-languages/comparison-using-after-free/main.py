class Order:
    def __init__(self, items):
        self.items = items


lunch = Order(3)
receipt = lunch
del lunch  # receipt still refers to the order
print(receipt.items, "items")
