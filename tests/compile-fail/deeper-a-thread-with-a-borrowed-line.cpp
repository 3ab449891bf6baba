// unsafe: heap-use-after-free
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <future>
#include <thread>

std::future<void> announce(const char *name) {
    return std::async(std::launch::async, [name] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        std::printf("%s is served\n", name);
    });
}

int main() {
    char *name = strdup("Ada");
    std::future<void> clerk = announce(name);
    free(name);
    clerk.get();
}
