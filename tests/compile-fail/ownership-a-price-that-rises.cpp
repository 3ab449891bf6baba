// a matter of intent: Rust asks you to say `mut` where you declare a variable whose value will change.
#include <iostream>

unsigned raise(unsigned price) {
    price += 1;
    return price;
}

int main() {
    unsigned price = 3;
    std::cout << raise(price) << '\n';
    std::cout << price << '\n';
}
