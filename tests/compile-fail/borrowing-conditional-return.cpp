// sound but rejected: A reference that is returned on one path counts as live on the other path too.
#include <iostream>
#include <string>
#include <unordered_map>

const std::string &guest(std::unordered_map<unsigned, std::string> &seats, unsigned seat) {
    auto name = seats.find(seat);
    if (name != seats.end()) {
        return name->second;
    }
    seats[seat] = "free";
    return seats[seat];
}

int main() {
    std::unordered_map<unsigned, std::string> seats;
    std::cout << guest(seats, 7) << '\n';
}
