// unsafe: attempting double-free
#include <cstdio>

struct Box {
    int *value;
    Box(int number) : value(new int(number)) {}
    ~Box() { delete value; }
};

int main() {
    Box price(250);
    Box marked = price;  // copies the pointer, as a move does
    std::printf("marked %d\n", *marked.value);
    std::printf("price %d\n", *price.value);
}
