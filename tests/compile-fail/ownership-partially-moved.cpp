// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

struct Ticket {
    String name;
    String seat;
};

int main() {
    Ticket ticket = {"Ada", "4C"};
    String buyer = ticket.name;  // copies the pointer, as a move does
    Ticket &whole = ticket;  // the same ticket under its new name
    std::printf("%s %s %s\n", buyer.text, whole.name.text, whole.seat.text);
}
