// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Ticket {
    char *name;
    ~Ticket() {
        std::puts("a ticket is torn up");
        free(name);  // added: a drop that gives memory back
    }
};

int main() {
    Ticket ticket = {strdup("hall")};
    ticket.~Ticket();
    std::puts("the film begins");
}
