// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

int main() {
    std::vector<int> seats = {3, 5};
    for (const int &seat : seats) {
        seats.push_back(seat + 10);
    }
    std::printf("%zu seats\n", seats.size());
}
