// a matter of intent: Rust asks you to say `mut` where you declare a variable that is assigned again.
#include <iostream>
#include <string>

int main() {
    std::string status = "waiting";
    std::cout << status << '\n';
    status = "boarding";
    std::cout << status << '\n';
}
