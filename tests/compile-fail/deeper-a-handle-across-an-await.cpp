// sound but rejected: The task holds the only handle, so no other thread can count at the same time.
#include <iostream>
#include <memory>
#include <string>
#include <thread>
#include <utility>

int main() {
    auto order = std::make_unique<std::string>("tea");
    std::thread worker([order = std::move(order)] {
        std::cout << order->size() << '\n';
    });
    worker.join();
}
