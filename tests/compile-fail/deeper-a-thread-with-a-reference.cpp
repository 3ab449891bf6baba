// sound but rejected: `join` waits for the thread while the list is still there, and no signature says so.
#include <iostream>
#include <thread>
#include <vector>

int main() {
    std::vector<const char *> names = {"Ada", "Grace"};
    const std::vector<const char *> *view = &names;
    std::thread clerk([view] { std::cout << view->size() << " names\n"; });
    clerk.join();
}
