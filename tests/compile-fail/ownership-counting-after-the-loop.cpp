// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Names {
    char *names[2];
    ~Names() {
        for (char *name : names) free(name);
    }
};

void each(Names names) {  // takes them over, as the loop does
    for (char *name : names.names) std::printf("%s is in\n", name);
}

int main() {
    Names names = {{strdup("Ada"), strdup("Grace")}};
    each(names);  // copies the pointers, as a move does
    std::printf("the first was %s\n", names.names[0]);
}
