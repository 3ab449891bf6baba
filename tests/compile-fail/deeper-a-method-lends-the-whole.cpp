// sound but rejected: `add` changes only the total, and the checker reads its signature, which lends the whole order.
#include <iostream>
#include <vector>

struct Order {
    std::vector<int> prices;
    int total;
    void add(int price) { total += price; }
};

int main() {
    Order order = {{3, 4}, 0};
    for (const int &price : order.prices) {
        order.add(price);
    }
    std::cout << order.total << '\n';
}
