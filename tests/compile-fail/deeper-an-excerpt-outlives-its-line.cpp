// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

struct Excerpt {
    const char *text;
};

int main() {
    Excerpt excerpt;
    {
        std::string line = "tea and cake and toast";  // so long: on the heap
        excerpt = {&line[8]};
    }
    std::puts(excerpt.text);
}
