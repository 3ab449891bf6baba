// wrong: heap-use-after-free
#include <iostream>
#include <vector>

int main() {
    std::vector<int> prices{250, 120};
    for (const int price : prices) {
        prices.push_back(price / 10);
    }
    std::cout << prices.size() << " entries\n";
}
