// sound but rejected: Each stop may be looked at while it is changed, on one thread and with nothing freed.
#include <iostream>

struct Stop {
    const char *name;
    const Stop *next;
};

int main() {
    Stop harbor = {"Harbor", nullptr};
    Stop market = {"Market", &harbor};
    harbor.next = &market;
    std::cout << harbor.next->next->name << '\n';
}
