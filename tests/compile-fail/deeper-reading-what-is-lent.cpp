// sound but rejected: Only one thread runs, and nothing is written at the moment of the read.
#include <iostream>

int main() {
    int sold = 7;
    int *counter = &sold;
    int before = sold;
    *counter += 1;
    std::cout << before << ", then " << *counter << '\n';
}
