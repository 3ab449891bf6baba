// unsafe: misaligned address
#include <cstdint>
#include <cstdio>
#include <cstring>

int main() {
    alignas(4) char packet[5] = {1};
    std::uint32_t twelve = 12;
    std::memcpy(packet + 1, &twelve, 4);
    const auto *seats = reinterpret_cast<std::uint32_t *>(packet + 1);
    std::printf("%u seats of kind %d\n", *seats, packet[0]);
}
