// a matter of intent: The word lies in the line, and Rust asks the method to say that it does not lie in `self`.
#include <iostream>
#include <string>
#include <string_view>

struct Words {
    std::string_view line;
    std::string_view first() const { return line.substr(0, line.find(' ')); }
};

int main() {
    std::string line = "tea and cake";
    std::string_view first = Words{line}.first();
    std::cout << first << '\n';
}
