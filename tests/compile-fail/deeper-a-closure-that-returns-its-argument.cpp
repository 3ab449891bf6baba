// sound but rejected: Without a type that asks for it, a closure's result is not tied to its argument.
#include <iostream>
#include <string>
#include <string_view>

int main() {
    std::string line = "  tea ";
    auto clean = [](std::string_view text) { return text.substr(2, 3); };
    std::cout << clean(line) << '\n';
}
