// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

const char *cut(const char *line, const char *mark) {
    if (line[0] == 't') return mark;  // added: another body behind the same signature
    return line;
}

int main() {
    char *line = strdup("tea, two");
    char *mark = strdup(",");
    const char *word = cut(line, mark);
    free(mark);
    std::puts(word);
    free(line);
}
