// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

int main() {
    const char *best;
    {
        std::string seat = "row 7, on the aisle";  // so long: on the heap
        best = seat.c_str();
    }
    std::puts(best);
}
