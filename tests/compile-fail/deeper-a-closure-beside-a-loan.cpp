// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

void plan(std::vector<const char *> &tracks) {
    const char **first = &tracks[0];
    auto encore = [&tracks] { tracks.push_back("River"); };
    encore();
    std::printf("%s comes first\n", *first);
}

int main() {
    std::vector<const char *> tracks = {"Blue"};
    plan(tracks);
}
