// unsafe: attempting double-free
#include <cstdio>

struct Gate {
    int *number;
    ~Gate() {
        std::puts("a gate closes");
        delete number;  // added: a drop that gives memory back
    }
};

int main() {
    Gate north = {new int(4)};
    Gate exit = north;
    std::printf("gates %d and %d\n", *north.number, *exit.number);
}
