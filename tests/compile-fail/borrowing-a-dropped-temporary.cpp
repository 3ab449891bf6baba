// unsafe: heap-use-after-free
#include <cctype>
#include <cstdio>
#include <string>

std::string to_lowercase(std::string text) {
    for (char &letter : text) letter = static_cast<char>(std::tolower(letter));
    return text;
}

const char *trim(const std::string &text) {
    return text.c_str() + text.find_first_not_of(' ');
}

int main() {
    std::string line = "  Tea, milk and honey";  // over 15 letters: on the heap
    const char *item = trim(to_lowercase(line));
    std::puts(item);
}
