// without a meaning: has incomplete type 'Folder'
#include <cstdio>

struct Folder {
    const char *name;
    Folder inside;
};

int main() {
    Folder drafts = {"drafts"};
    std::puts(drafts.name);
}
