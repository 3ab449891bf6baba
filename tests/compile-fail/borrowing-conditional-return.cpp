// sound but rejected: A reference that is returned on one path counts as live on the other path too.
#include <iostream>
#include <string>
#include <unordered_map>

using Seats = std::unordered_map<unsigned, std::string>;

const std::string &guest(Seats &seats, unsigned seat) {
    auto found = seats.find(seat);
    if (found != seats.end()) {
        return found->second;
    }
    seats[seat] = "free";
    return seats[seat];
}

int main() {
    Seats seats;
    std::cout << guest(seats, 7) << '\n';
}
