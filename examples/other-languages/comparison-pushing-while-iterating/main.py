prices = [250, 120]
for price in prices:
    prices.append(price // 10)
    if len(prices) == 6:
        break  # otherwise the loop would not end
print(len(prices), "entries:", prices)
