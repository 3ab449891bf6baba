// unsafe: heap-use-after-free
#include <cstdio>
#include <string>
#include <vector>

void remember(std::vector<const char *> &log, const std::string &line) {
    log.push_back(line.c_str());
}

int main() {
    std::vector<const char *> log = {"door opens"};
    remember(log, "the film begins late");  // a string for the call alone
    std::puts(log[1]);
}
