// wrong: attempting double-free

struct Order {
    int table;
};

static void close_order(const Order *order) {
    delete order;
}

int main() {
    const auto *lunch = new Order{4};
    close_order(lunch);
    close_order(lunch);
}
