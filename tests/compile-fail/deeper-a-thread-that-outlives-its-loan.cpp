// unsafe: stack-use-after-return
#include <chrono>
#include <cstdio>
#include <future>
#include <thread>

std::future<void> open() {
    int names = 2;
    return std::async(std::launch::async, [&names] {
        std::this_thread::sleep_for(std::chrono::milliseconds(200));
        std::printf("%d names\n", names);
    });
}

int main() {
    open().get();
}
