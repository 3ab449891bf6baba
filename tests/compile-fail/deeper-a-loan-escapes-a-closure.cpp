// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

int main() {
    std::string line = "stars: ";
    auto next = [&line] {
        line.append(40, '*');  // so many that the second call needs a larger buffer
        return line.c_str();
    };
    const char *first = next();
    const char *second = next();
    std::printf("%s %s\n", first, second);
}
