// unsafe: heap-use-after-free
#include <cstdio>
#include <string>
#include <vector>

const char *first(const std::vector<std::string> &names) {
    if (!names.empty()) {
        return names[0].c_str();
    }
    std::string made = "one of the guests, of whom there are none";
    const char *result = made.c_str();
    return result;
}

int main() {
    std::puts(first({}));
}
