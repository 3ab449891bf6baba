// sound but rejected: The two elements are not the same, and the checker does not compare indices.
#include <iostream>
#include <string>
#include <utility>

int main() {
    std::string seats[] = {"Ada", "Grace"};
    std::string *ada = &seats[0];
    std::string *grace = &seats[1];
    std::swap(*ada, *grace);
    std::cout << seats[0] << ", " << seats[1] << '\n';
}
