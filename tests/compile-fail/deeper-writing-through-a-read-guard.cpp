// unsafe: data race
#include <cstdio>
#include <mutex>
#include <shared_mutex>
#include <thread>

int main() {
    std::shared_mutex lock;
    int price = 12;
    auto raise = [&] {
        std::shared_lock<std::shared_mutex> guard(lock);  // for reading
        price = price + 1;
    };
    std::thread first(raise);
    std::thread second(raise);
    first.join();
    second.join();
    std::puts("the price hangs on the run");
}
