// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

int main() {
    std::optional<String> order("tea");
    if (order) {
        String item = *order;  // copies the pointer, as a move does
        std::printf("making %s\n", item.text);
    }
}
