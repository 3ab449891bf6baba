// unsafe: attempting double-free
#include <cstdio>

struct List {
    const char **items;
    int length;
    ~List() { delete[] items; }
};

int main() {
    List first = {new const char *[2]{"bread"}, 1};
    List second = first;
    second.items[second.length++] = "milk";
    std::printf("%d items\n", first.length);
}
