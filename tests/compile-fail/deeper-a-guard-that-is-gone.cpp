// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

int main() {
    std::string name = "Ada, countess of Lovelace";  // so long: on the heap
    const char *first = name.c_str();
    name = std::string("Grace, rear admiral");
    std::puts(first);
}
