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
    String s1 = "hello";
    String s2 = s1;  // copies the pointer; now both would free it

    std::puts(s1.text);
    std::puts(s2.text);
}
