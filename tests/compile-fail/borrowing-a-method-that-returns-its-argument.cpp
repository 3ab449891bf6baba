// a matter of intent: Rust asks for a signature that says what the body returns.
#include <iostream>
#include <string>
#include <string_view>

struct Jukebox {
    std::string playing;

    std::string_view wish(std::string_view asked) const {
        std::cout << "now playing " << playing << '\n';
        return asked;
    }
};

int main() {
    Jukebox jukebox = {"Blue"};
    std::string_view next = jukebox.wish("River");
    std::cout << "next " << next << '\n';
}
