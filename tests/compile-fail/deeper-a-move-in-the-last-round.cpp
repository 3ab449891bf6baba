// sound but rejected: The condition is true in one round only, and the checker does not evaluate conditions.
#include <iostream>
#include <string>
#include <utility>

void hand_over(std::string prize) { std::cout << prize << '\n'; }

int main() {
    std::string prize = "cake";
    for (std::string guest : {"Ada", "Grace"}) {
        if (guest == "Grace") {
            hand_over(std::move(prize));
        }
    }
}
