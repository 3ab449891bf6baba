// sound but rejected: The loan that one path returns counts as live on the other path too.
#include <iostream>
#include <map>
#include <string>

std::string &guest(std::map<int, std::string> &seats) {
    auto found = seats.find(7);
    if (found != seats.end()) {
        return found->second;
    }
    return seats[7];
}

int main() {
    std::map<int, std::string> seats;
    guest(seats) += "Ada";
    std::cout << seats[7] << '\n';
}
