def shop():
    sold = 0

    def sell():
        nonlocal sold
        sold += 1

    sell()
    print(sold, "sold so far")
    sell()
    print(sold, "sold")


shop()
