// sound but rejected: The two elements are different ones, and the length is a number before the push begins.
#include <iostream>
#include <vector>

int main() {
    std::vector<std::vector<std::size_t>> lists = {{3}, {5, 7}};
    lists[0].push_back(lists[1].size());
    std::cout << lists[0][0] << ' ' << lists[0][1] << '\n';
}
