// unsafe: heap-use-after-free
#include <iostream>
#include <string>
#include <vector>

int main() {
    std::vector<std::string> playlist = {"Rhapsody in Blue", "Moon River"};
    std::string *first = &playlist[0];
    std::vector<std::string> *all = &playlist;
    all->clear();
    first->back() = '!';  // the text was freed by clear
    std::cout << all->size() << " tracks\n";
}
