// unsafe: data race
#include <cstdio>
#include <thread>

int main() {
    int sold = 0;
    auto sell = [&sold] { sold = sold + 1; };
    std::thread first(sell);
    std::thread second(sell);
    first.join();
    second.join();
    std::puts("how many were sold hangs on the run");
}
