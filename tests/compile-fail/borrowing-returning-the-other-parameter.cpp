// a matter of intent: Rust asks for a signature that says what the body returns.
#include <iostream>
#include <string_view>

std::string_view longer(std::string_view one, std::string_view other) {
    return one.size() >= other.size() ? one : other;
}

int main() {
    std::cout << longer("Blue", "River") << '\n';
}
