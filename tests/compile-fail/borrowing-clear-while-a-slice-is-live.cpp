// unsafe: heap-use-after-free
#include <cstdio>
#include <string>
#include <string_view>

std::string_view first_word(std::string_view line) {
    return line.substr(0, line.find(' '));
}

int main() {
    std::string line = "ERROR disk is full";  // over 15 letters: on the heap
    std::string_view level = first_word(line);
    line.clear();
    line.append("INFO files have been deleted");  // added: it needs a larger buffer
    std::fwrite(level.data(), 1, level.size(), stdout);
}
