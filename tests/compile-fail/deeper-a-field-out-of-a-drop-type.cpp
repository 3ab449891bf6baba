// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

struct Letter {
    String text;
    ~Letter() { std::printf("shredding %s\n", text.text); }
};

int main() {
    Letter letter = {"hello"};
    String text = letter.text;  // copies the pointer, as a move does
    std::puts(text.text);
}
