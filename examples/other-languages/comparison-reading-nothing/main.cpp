// wrong: null pointer
#include <iostream>
#include <vector>

struct Ticket {
    int seat;
    int cents;
};

static const Ticket *find(const std::vector<Ticket> &sold, int seat) {
    for (const auto &ticket : sold) {
        if (ticket.seat == seat) {
            return &ticket;
        }
    }
    return nullptr;
}

int main() {
    const std::vector<Ticket> sold{{3, 1200}, {5, 900}};
    const Ticket *ticket = find(sold, 7);
    std::cout << ticket->cents << " cents\n";
}
