// unsafe: heap-use-after-free
#include <cstdio>
#include <string>
#include <vector>

void add(std::vector<const char *> &list, const std::string &word) {
    list.push_back(word.c_str());
}

int main() {
    std::vector<const char *> list = {"tea"};
    add(list, "a cake of many letters");  // a string for the call alone
    std::puts(list[1]);
}
