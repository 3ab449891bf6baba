// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

int main() {
    std::string status = "waiting at the gate";  // over 15 letters: on the heap
    const char *before = status.c_str();
    status = std::string("boarding at gate 7");
    std::puts(before);
    std::puts(status.c_str());
}
