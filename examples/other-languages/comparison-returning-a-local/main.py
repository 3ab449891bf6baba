def total(bread, milk):
    cents = bread + milk
    return cents


print(total(250, 120), "cents")
