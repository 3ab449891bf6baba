// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Text {
    char *letters;
    ~Text() { free(letters); }
};

int main() {
    Text title = {strdup("a title of many letters")};
    Text shelf = title;
    std::printf("on the shelf: %zu letters\n", strlen(shelf.letters));
    std::printf("left behind: %zu letters\n", strlen(title.letters));
}
