// a matter of intent: The signature asks for the log for as long as its lines are good, and `&mut self` would do.
#include <iostream>
#include <string_view>
#include <vector>

struct Log {
    std::vector<std::string_view> lines;
    void add(std::string_view line) { lines.push_back(line); }
};

int main() {
    Log log;
    log.add("doors open");
    log.add("film begins");
    std::cout << log.lines.size() << " lines\n";
}
