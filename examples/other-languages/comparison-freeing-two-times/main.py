class Order:
    def __init__(self, table):
        self.table = table


def close_order(orders, name):
    order = orders.pop(name, None)
    if order is None:
        print("no such order")
    else:
        print(f"table {order.table} closed")


orders = {"lunch": Order(4)}
close_order(orders, "lunch")
close_order(orders, "lunch")
