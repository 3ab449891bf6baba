def total(prices):
    return sum(prices)


prices = [3, 4, 5]
print(total(prices), "for", len(prices), "items")
