// sound but rejected: The compiler refuses every call of `drop` by name, whatever that `drop` does.
#include <iostream>

struct Ticket {
    const char *name;
    ~Ticket() { std::cout << name << " is torn up\n"; }
};

int main() {
    Ticket ticket = {"hall"};
    ticket.~Ticket();
    std::cout << "the film begins\n";
}
