// a matter of intent: Rust asks you to say that the inner loan lasts as long as the outer one.
#include <iostream>

template <typename Left, typename Right>
struct Marks {
    using Mark = Right *;
};

int main() {
    const char *cake = "cake";
    Marks<const char *, const char *>::Mark mark = &cake;
    std::cout << *mark << '\n';
}
