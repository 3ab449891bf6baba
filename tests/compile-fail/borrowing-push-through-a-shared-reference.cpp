// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

void add_encore(std::vector<const char *> &playlist) {
    playlist.push_back("Encore");
}

int main() {
    std::vector<const char *> playlist = {"Blue"};
    const char **first = &playlist[0];
    add_encore(playlist);
    std::printf("%s, %zu tracks\n", *first, playlist.size());
}
