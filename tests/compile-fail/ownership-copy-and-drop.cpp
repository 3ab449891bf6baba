// sound but rejected: The compiler refuses `Copy` to every type with a `drop`, whatever that `drop` does.
#include <iostream>

struct Gate {
    int number;
    ~Gate() { std::cout << "gate " << number << " closes\n"; }
};

int main() {
    Gate north = {4};
    Gate exit = north;
    std::cout << "gates " << north.number << " and " << exit.number << '\n';
}
