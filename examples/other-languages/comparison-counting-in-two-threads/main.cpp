// wrong: data race
#include <iostream>
#include <thread>

static int visitors = 0;

static void open_door() {
    for (int i = 0; i < 1000; i++) {
        visitors++;
    }
}

int main() {
    std::thread front(open_door);
    std::thread back(open_door);
    front.join();
    back.join();
    std::cout << "both doors closed\n";
}
