#include <iostream>
#include <string>
#include <utility>

int main() {
    std::string title = "a title of many letters";
    std::string shelf = std::move(title);
    std::cout << "on the shelf: " << shelf.size() << " letters\n";
    std::cout << "left behind: " << title.size() << " letters\n";
}
