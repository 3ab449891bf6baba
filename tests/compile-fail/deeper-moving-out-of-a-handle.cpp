// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

int main() {
    auto name = std::make_shared<String>("Ada");
    auto other = name;
    String owned = *name;  // copies the pointer, as a move does
    std::printf("%s, %s\n", owned.text, other->text);
}
