// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

int main() {
    std::vector<int> prices = {12, 3};
    for (int &price : prices) {
        if (price > 10) {
            prices.push_back(0);
        }
    }
    std::printf("%d prices\n", int(prices.size()));
}
