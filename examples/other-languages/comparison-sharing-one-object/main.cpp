#include <iostream>
#include <memory>

struct Playlist {
    int titles;
};

int main() {
    auto kitchen = std::make_shared<Playlist>(Playlist{3});
    const std::shared_ptr<Playlist> garden = kitchen;
    std::cout << "shared by " << garden.use_count() << '\n';
    kitchen.reset();
    std::cout << "shared by " << garden.use_count() << '\n';
    std::cout << "the garden plays " << garden->titles << " titles\n";
} // the last owner goes and frees the playlist
