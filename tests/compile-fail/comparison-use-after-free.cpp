// unsafe: heap-use-after-free
#include <cstdio>

struct List {
    const char **items;
    ~List() { delete[] items; }
};

void drop(List) {}  // its parameter is a copy of the pointer, and ends here

int main() {
    List list = {new const char *[2]{"bread", "milk"}};
    drop(list);
    std::printf("the first is %s\n", list.items[0]);
}
