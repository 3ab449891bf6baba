// sound but rejected: The length is read before the push begins, and a borrow written by hand is exclusive from the start.
#include <iostream>
#include <vector>

void push(std::vector<std::size_t> *list, std::size_t element) {
    list->push_back(element);
}

int main() {
    std::vector<std::size_t> seats = {3, 5};
    push(&seats, seats.size());
    std::cout << seats.back() << '\n';
}
