// a matter of intent: Rust asks a type to say in its name that it holds a loan, so that every signature with the type shows it.
#include <iostream>

struct Excerpt {
    const char *text;
};

int main() {
    Excerpt excerpt = {"cake"};
    std::cout << excerpt.text << '\n';
}
