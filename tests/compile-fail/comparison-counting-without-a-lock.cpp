// unsafe: data race
#include <cstdio>
#include <thread>

int main() {
    int visitors = 0;
    auto open_door = [&visitors] { visitors += 1; };
    std::thread one(open_door);
    std::thread other(open_door);
    one.join();
    other.join();
    std::puts("how many came hangs on the run");
}
