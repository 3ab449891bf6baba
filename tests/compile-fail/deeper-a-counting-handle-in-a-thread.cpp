// unsafe: data race
#include <cstdio>
#include <thread>

struct Handle {
    int *count;
    Handle(const Handle &other) : count(other.count) { *count = *count + 1; }
    explicit Handle(int *first) : count(first) {}
};

int main() {
    int count = 1;
    Handle names(&count);
    auto clone = [&names] { Handle theirs(names); };
    std::thread clerk(clone);
    std::thread cook(clone);
    clerk.join();
    cook.join();
    std::puts("how many were counted hangs on the run");
}
