class Ticket:
    def __init__(self, cents):
        self.cents = cents


sold = {3: Ticket(1200), 5: Ticket(900)}
try:
    print(sold.get(7).cents, "cents")
except AttributeError as error:
    print(error)
