// sound but rejected: This `spawn` drops the task at once, and its signature asks for one that may be kept.
#include <functional>
#include <iostream>
#include <string>

void spawn(std::function<std::size_t()>) {}

int main() {
    std::string name = "Ada";
    spawn([&name] { return name.size(); });
    std::cout << name << '\n';
}
