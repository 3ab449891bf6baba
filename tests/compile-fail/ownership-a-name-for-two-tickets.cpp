// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Ticket {
    char *name;
    unsigned seat;
    ~Ticket() { free(name); }
};

int main() {
    char *name = strdup("Ada");
    Ticket one = {name, 4};
    Ticket other = {name, 5};
    std::printf("%s %s\n", one.name, other.name);
    std::printf("%u %u\n", one.seat, other.seat);
}
