// sound but rejected: While something may still change a variable, Rust lets nobody else look at it, not even between two changes.
#include <iostream>

int main() {
    int sold = 0;
    auto sell = [&] { sold += 1; };
    sell();
    std::cout << sold << " sold so far\n";
    sell();
}
