#include <iostream>
#include <vector>

int main() {
    std::vector<const char *> list = {"bread", "milk"};
    std::vector<const char *> second = list;
    std::cout << "own buffer: " << std::boolalpha << (list.data() != second.data()) << '\n';
}
