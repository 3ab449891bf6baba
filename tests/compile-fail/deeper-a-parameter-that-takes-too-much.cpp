// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

void shout(String text) {
    std::printf("%s!\n", text.text);
}

int main() {
    String order = "tea";
    shout(order);  // copies the pointer, as a move does
    std::puts(order.text);
}
