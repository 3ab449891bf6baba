// a matter of intent: Rust asks you to declare a lifetime, as a type parameter is, before you use its name.
#include <iostream>

struct Excerpt {
    const char *words;
    const char *text() const { return words; }
};

int main() {
    std::cout << Excerpt{"cake"}.text() << '\n';
}
