// unsafe: heap-use-after-free
#include <cstdio>
#include <vector>

int main() {
    std::vector<const char *> queue = {"Ada", "Grace"};
    const char **first = &queue[0];
    queue.push_back("Edsger");
    std::printf("%s is served\n", *first);
}
