// unsafe: attempting double-free
#include <cstdio>

struct List {
    int length;
    const char **items;
    ~List() { delete[] items; }
};

struct Order {
    List list;
    List items() const { return list; }
};

int main() {
    Order order = {{0, new const char *[4]}};
    std::printf("%d items\n", order.items().length);
}
