// sound but rejected: The two closures run one after the other, and both count as holding their loan from the line that makes them to their last call.
#include <iostream>
#include <vector>

void plan(std::vector<const char *> &tracks) {
    auto add = [&tracks] { tracks.push_back("River"); };
    auto cut = [&tracks] { tracks.clear(); };
    add();
    cut();
}

int main() {
    std::vector<const char *> tracks = {"Blue"};
    plan(tracks);
    std::cout << tracks.size() << " tracks\n";
}
