// unsafe: heap-use-after-free
#include <cstdio>

struct List {
    const char **items;
    int length;
    ~List() { delete[] items; }
};

void drop(List) {}  // its parameter is a copy of the pointer, and ends here

int main() {
    List list = {new const char *[2]{"bread", "milk"}, 2};
    drop(list);
    std::printf("%d items\n", list.length);
    std::printf("the first is %s\n", list.items[0]);
}
