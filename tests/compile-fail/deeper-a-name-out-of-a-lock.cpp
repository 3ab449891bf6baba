// unsafe: heap-use-after-free
#include <cstdio>
#include <mutex>
#include <string>
#include <vector>

std::mutex lock;
std::vector<std::string> names = {"Ada, countess of Lovelace"};

const char *first() {
    std::lock_guard<std::mutex> guard(lock);
    return names[0].c_str();
}

int main() {
    const char *name = first();
    lock.lock();
    names.clear();
    lock.unlock();
    std::printf("%s\n", name);
}
