// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

struct Strings : std::vector<char *> {
    ~Strings() { for (char *text : *this) free(text); }
};

Strings loudest(const Strings &words) {
    Strings loud;
    for (char *word : words) loud.push_back(word);  // as a move does
    return loud;
}

int main() {
    Strings words;
    words.push_back(strdup("cake!"));
    std::printf("%zu of %zu\n", loudest(words).size(), words.size());
}
