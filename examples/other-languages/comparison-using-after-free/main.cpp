// wrong: heap-use-after-free
#include <iostream>
#include <memory>

struct Order {
    int items;
};

int main() {
    auto lunch = std::make_unique<Order>(Order{3});
    const Order *receipt = lunch.get();
    lunch.reset();
    std::cout << receipt->items << " items\n";
}
