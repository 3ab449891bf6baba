// sound but rejected: The closure looks at the list only while it is called, and a closure counts as holding its loan from the line that makes it to its last call.
#include <iostream>
#include <vector>

void add(std::vector<const char *> &tracks) {
    tracks.push_back("River");
}

void plan(std::vector<const char *> &tracks) {
    auto encore = [&tracks] { add(tracks); };
    add(tracks);
    encore();
}

int main() {
    std::vector<const char *> tracks = {"Blue"};
    plan(tracks);
    std::cout << tracks.size() << " tracks\n";
}
