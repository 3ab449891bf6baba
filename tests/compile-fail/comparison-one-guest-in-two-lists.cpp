// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Guest {
    char *name;
    ~Guest() { free(name); }
};

int main() {
    Guest ada = {strdup("Ada")};
    Guest guests[] = {ada};
    Guest tonight[] = {ada};
    std::printf("%s and %s\n", guests[0].name, tonight[0].name);
}
