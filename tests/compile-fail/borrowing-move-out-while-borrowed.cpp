// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

void archive(String ticket) {
    std::printf("archived %s\n", ticket.text);
}

int main() {
    String ticket = "row 7";
    String *seat = &ticket;
    archive(ticket);  // copies the pointer, as a move does
    std::puts(seat->text);
}
