// sound but rejected: The loan of the last look found nothing, and it counts as live after the loop.
#include <iostream>
#include <memory>

struct Car {
    std::unique_ptr<Car> next;
};

void add(Car *train) {
    Car *car = train;
    while (car->next) {
        car = car->next.get();
    }
    car->next = std::make_unique<Car>();
}

int main() {
    Car train;
    add(&train);
    std::cout << (train.next ? "two cars" : "one car") << '\n';
}
