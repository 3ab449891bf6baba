// unsafe: stack-use-after-return
#include <cstdio>
#include <string>

const std::string *heading() {
    std::string text = "Shopping";
    const std::string *result = &text;
    return result;
}

int main() {
    std::puts(heading()->c_str());
}
