// unsafe: attempting double-free
#include <cstdio>

struct Lines {
    const char **items;
    ~Lines() { delete[] items; }
};

struct Log {
    Lines lines;
    Lines hand_over() {
        return lines;  // copies the pointer, as a move does
    }
};

int main() {
    Log log = {{new const char *[1]{"door opens"}}};
    std::printf("%s, then %s\n", log.hand_over().items[0], log.lines.items[0]);
}
