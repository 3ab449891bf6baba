// sound but rejected: Two elements are two places, and an index is a number that the compiler does not look into.
#include <iostream>
#include <string>
#include <utility>
#include <vector>

int main() {
    std::vector<std::string> queue = {"Ada", "Grace", "Edsger"};
    std::swap(queue[0], queue[2]);
    for (const std::string &name : queue) std::cout << name << '\n';
}
