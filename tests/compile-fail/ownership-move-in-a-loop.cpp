// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

void issue(String name) {
    std::printf("a ticket for ");
    std::puts(name.text);
}

int main() {
    String name = "Ada";
    for (int round = 0; round < 2; round++) {
        issue(name);  // copies the pointer, as a move does
    }
}
