// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

int main() {
    std::string status = "waiting for passengers";
    const char *before = status.c_str();
    status = std::string("boarding at gate seven");
    std::puts(before);
    std::puts(status.c_str());
}
