#include <iostream>
#include <string>
#include <vector>

static std::vector<std::string> shopping_list() {
    std::vector<std::string> items;
    items.push_back("bread");
    items.push_back("milk");
    return items;
}

int main() {
    const auto items = shopping_list();
    for (const auto &item : items) {
        std::cout << item << '\n';
    }
} // the destructor of items frees the list
