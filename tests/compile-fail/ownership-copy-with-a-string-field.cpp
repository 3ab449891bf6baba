// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct String {
    char *text;
    String(const char *words) : text(strdup(words)) {}
    ~String() { free(text); }
};

struct Song {
    String title;
    int seconds;
};

int main() {
    Song song = {"River", 242};
    Song encore = song;  // copies the pointer, not the text
    std::printf("%s %d\n", song.title.text, encore.seconds);
}
