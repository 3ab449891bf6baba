// unsafe: stack-use-after-return
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

const String *heading() {
    String text = "Shopping";
    const String *result = &text;
    return result;
}

int main() {
    std::puts(heading()->text);
}
