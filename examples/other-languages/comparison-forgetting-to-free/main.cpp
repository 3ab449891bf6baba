// wrong: detected memory leaks
#include <memory>

struct Room {
    std::shared_ptr<Room> next;
};

static void build_house() {
    const auto hall = std::make_shared<Room>();
    const auto kitchen = std::make_shared<Room>();
    hall->next = kitchen;
    kitchen->next = hall;
}

int main() {
    build_house();
    return 0;
}
