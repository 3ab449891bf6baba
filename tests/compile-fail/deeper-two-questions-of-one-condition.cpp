// sound but rejected: The checker does not know that the same condition has the same answer both times.
#include <iostream>

int price(int seats) {
    int each;
    bool group = seats >= 10;
    if (group) {
        each = 8;
    }
    return group ? each * seats : 12 * seats;
}

int main() {
    std::cout << price(12) << '\n';
}
