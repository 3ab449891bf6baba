// unsafe: heap-use-after-free
#include <cstdio>

int main() {
    int *price = new int(12);
    const int *seen = price;
    delete price;
    std::printf("%d\n", *seen);
}
