// unsafe: heap-use-after-free
#include <cstdio>
#include <string>

struct Label {
    const char *text;
    ~Label() { std::printf("%s comes off\n", text); }
};

int main() {
    Label label = {nullptr};
    std::string name = "tea, the very best";  // over 15 letters: on the heap
    label.text = name.c_str();
    std::printf("the jar says %s\n", label.text);
}
