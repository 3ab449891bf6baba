// unsafe: heap-use-after-free
#include <cstdio>

int main() {
    const char **list = new const char *[2]{"bread", "milk"};
    std::puts(list[1]);
    delete[] list;
    std::puts(list[0]);
}
