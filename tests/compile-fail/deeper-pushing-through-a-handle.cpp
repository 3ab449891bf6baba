// unsafe: heap-use-after-free
#include <cstdio>
#include <memory>
#include <vector>

int main() {
    auto list = std::make_shared<std::vector<int>>(std::vector<int>{3, 4});
    auto printed = list;
    const int *first = &(*printed)[0];
    list->push_back(5);
    std::printf("%d is first of %zu\n", *first, list->size());
}
