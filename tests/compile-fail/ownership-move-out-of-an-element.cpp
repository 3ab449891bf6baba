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
    String queue[] = {"Ada", "Grace"};
    String first = queue[0];  // copies the pointer, as a move does
    std::printf("%s leaves %s, %s\n", first.text, queue[0].text, queue[1].text);
}
