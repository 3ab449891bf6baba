// unsafe: heap-use-after-free
#include <cstdio>
#include <memory>

struct Note {
    char text[4];
    const char *first;
};

int main() {
    auto note = std::make_unique<Note>(Note{"tea", nullptr});
    note->first = note->text;
    Note old = *note;  // moves the bytes, and the pointer as it is
    note.reset();
    std::puts(old.first);
}
