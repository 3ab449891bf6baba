// unsafe: heap-use-after-free
#include <cstdio>

struct Order {
    int items;
};

int main() {
    Order *lunch = new Order{3};
    Order *receipt = lunch;
    delete lunch;
    std::printf("%d items\n", receipt->items);
}
