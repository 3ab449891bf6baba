// a matter of intent: Rust asks you to say where the next folder lies elsewhere, with a `Box` or a `Vec`.
#include <iostream>
#include <memory>

struct Folder {
    const char *name;
    std::unique_ptr<Folder> inside;  // C++ refuses a plain `Folder inside;` too
};

int main() {
    Folder drafts = {"drafts", nullptr};
    std::cout << drafts.name << '\n';
}
