// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

int main() {
    std::vector<int> list = {3, 5};
    const int *first = &list[0];
    list.push_back(7);
    std::printf("%d\n", *first);
}
