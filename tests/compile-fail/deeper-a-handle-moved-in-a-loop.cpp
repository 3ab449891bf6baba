// unsafe: heap-use-after-free
#include <cstdio>
#include <cstring>
#include <thread>
#include <vector>

int main() {
    auto *names = new std::vector<const char *>{"Ada", "Grace"};
    for (int desk = 0; desk < 2; desk++) {
        std::thread clerk([names, desk] {
            std::printf("%zu\n", std::strlen((*names)[desk]));
            delete names;  // added: the closure drops what moved into it
        });
        clerk.join();
    }
}
