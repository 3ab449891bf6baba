// unsafe: stack-use-after-return
#include <cstdio>
#include <future>

std::future<void> task(const char *who) {
    const char *name = who;
    return std::async(std::launch::deferred, [&name] { std::puts(name); });
}

int main() {
    task("Ada").get();  // runs now
}
