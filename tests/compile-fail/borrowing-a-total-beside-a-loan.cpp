// sound but rejected: The signature of `first` says that all of the cart is lent, and the number is a part of it.
#include <iostream>
#include <string>
#include <vector>

struct Cart {
    std::vector<std::string> items;
    unsigned total;

    const std::string &first() const { return items[0]; }
};

int main() {
    Cart cart = {{"tea"}, 3};
    const std::string &first = cart.first();
    cart.total += 5;
    std::cout << first << ", " << cart.total << '\n';
}
