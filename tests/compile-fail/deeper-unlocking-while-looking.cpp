// unsafe: heap-use-after-free
#include <cstdio>
#include <mutex>
#include <string>
#include <vector>

int main() {
    std::mutex lock;
    std::vector<std::string> names = {"Ada, countess of Lovelace"};
    const char *first;
    {
        std::lock_guard<std::mutex> guard(lock);
        first = names[0].c_str();
    }
    lock.lock();
    names.clear();
    lock.unlock();
    std::printf("%s is served\n", first);
}
