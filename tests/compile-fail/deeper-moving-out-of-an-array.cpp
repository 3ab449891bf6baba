// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

int main() {
    String guests[] = {"Ada", "Grace"};
    String first = guests[0];  // copies the pointer, as a move does
    std::printf("%s comes first\n", first.text);
}
