// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Draft {
    char *&page;
    ~Draft() { free(page); page = nullptr; }
};

const char *finish(char *&page) {
    Draft draft = {page};
    return draft.page;
}

int main() {
    char *page = strdup("tea");
    std::puts(finish(page));
}
