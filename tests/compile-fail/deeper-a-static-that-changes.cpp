// unsafe: data race
#include <cstdio>
#include <thread>

int sold = 0;

void sell() { sold = sold + 1; }

int main() {
    std::thread first(sell);
    std::thread second(sell);
    first.join();
    second.join();
    std::puts("how many were sold hangs on the run");
}
