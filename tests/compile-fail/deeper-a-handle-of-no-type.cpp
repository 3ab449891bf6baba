// a matter of intent: Rust asks you to say how a type uses its parameter.
#include <iostream>
#include <vector>

struct Guest {
    const char *name;
};

template <typename T> struct Handle {
    std::size_t index;
};

int main() {
    std::vector<Guest> guests = {{"Ada"}, {"Grace"}};
    Handle<Guest> grace = {1};
    std::cout << guests[grace.index].name << '\n';
}
