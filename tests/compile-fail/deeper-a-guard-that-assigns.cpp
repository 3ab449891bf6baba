// unsafe: load of null pointer
#include <cstdio>

int main() {
    int row = 7;
    int *seat = &row;
    if (seat == nullptr) {
        std::puts("no seat");
    } else if (seat = nullptr, false) {
    } else {  // a check has shown that there is a seat
        std::printf("row %d\n", *seat);
    }
}
