// a matter of intent: Rust asks you to say in the signature from which parameter the result is borrowed.
#include <iostream>
#include <string_view>

std::string_view longer(std::string_view one, std::string_view other) {
    return one.size() >= other.size() ? one : other;
}

int main() {
    std::cout << longer("Blue", "River") << '\n';
}
