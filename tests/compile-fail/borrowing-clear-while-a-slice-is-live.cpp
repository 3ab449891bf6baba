// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

const char *first_word(std::string &line) {
    line[line.find(' ')] = '\0';  // C ends a text with a zero
    return line.c_str();
}

int main() {
    std::string line = "ERROR disk of the server full";
    const char *level = first_word(line);
    line.clear();
    line.append(100, '.');  // the next text is longer: a new buffer, the old one freed
    std::puts(level);
}
