// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

const char *heading(const std::string &day) {
    std::string text = "Shopping on " + day;
    const char *result = text.c_str();
    return result;
}

int main() {
    std::puts(heading("Monday"));
}
