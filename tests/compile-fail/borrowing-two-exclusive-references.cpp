// unsafe: heap-use-after-free
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> playlist = {"Rhapsody in Blue", "River"};
    std::string *first = &playlist[0];
    std::vector<std::string> *all = &playlist;
    all->clear();
    first->append(" (live)");
    std::cout << all->size() << " tracks\n";
}
