// unsafe: heap-use-after-free
#include <cstdio>
#include <string>
#include <vector>

int main() {
    std::vector<const char *> words;
    {
        std::string line = "tea for two, at noon";  // so long: on the heap
        words.push_back(line.c_str() + 4);
    }
    std::puts(words[0]);
}
