// a matter of intent: Rust asks you to say `mut` where you declare a variable whose value will change.
#include <iostream>
#include <string>

int main() {
    std::string shopping = "milk";
    std::string *list = &shopping;
    list->append(", bread");
    std::cout << *list << '\n';
}
