// a matter of intent: The signature promises a result that borrows nothing, and Rust asks it to tell the truth.
#include <iostream>
#include <sstream>
#include <string>

struct Words {
    const std::string &line;
    int count() const {
        std::istringstream words(line);
        std::string word;
        int found = 0;
        while (words >> word) found++;
        return found;
    }
};

Words words(const std::string &line) { return {line}; }

int main() {
    std::string line = "tea and cake";
    std::cout << words(line).count() << '\n';
}
