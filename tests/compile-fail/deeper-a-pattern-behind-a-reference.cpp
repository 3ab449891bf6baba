// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

String serve(std::optional<String> &order) {
    if (order) return *order;  // copies the pointer, as a move does
    return "nothing";
}

int main() {
    std::optional<String> order("tea");
    std::printf("%s, then ", serve(order).text);
    std::printf("%s\n", serve(order).text);
}
