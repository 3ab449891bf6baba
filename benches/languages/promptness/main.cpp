// Measures how soon memory that is released is back with the operating system.
//
// Allocates N MiB, touches every page, uses the buffer a last time and drops it. Then it does small
// work that allocates until the resident set has shrunk by at least 80 % of what the buffer added,
// for two seconds at most. Then the same once more, with N MiB in blocks of 1 KiB, of which the last
// is kept. The resident set comes from /proc/self/statm, so this needs Linux.

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

constexpr std::size_t stride = 4096;
constexpr std::size_t block = 1024;

using Clock = std::chrono::steady_clock;

class Random {
public:
  unsigned char next_byte() {
    state = state * 6364136223846793005 + 1442695040888963407;
    return static_cast<unsigned char>(state >> 56);
  }

private:
  std::uint64_t state = 42;
};

// The resident set in pages. Only ratios of it are used, so the size of a page does not matter.
static long resident() {
  std::ifstream statm("/proc/self/statm");
  long total = 0, pages = 0;
  if (!(statm >> total >> pages)) {
    std::cerr << "promptness: cannot read /proc/self/statm\n";
    std::exit(1);
  }
  return pages;
}

static std::size_t small_work() {
  std::vector<std::string> items;
  for (int i = 0; i < 1000; i++)
    items.push_back("item " + std::to_string(i));
  std::size_t total = 0;
  for (const std::string &item : items)
    total += item.size();
  return total;
}

// The nanoseconds until most of what was added is back, or -1.
static std::int64_t until_back(long before, long full, Clock::time_point start) {
  volatile std::size_t sink = 0; // keeps the compiler from leaving the small work out
  while (Clock::now() - start < std::chrono::seconds(2)) {
    if ((full - resident()) * 10 >= (full - before) * 8)
      return std::chrono::duration_cast<std::chrono::nanoseconds>(Clock::now() - start).count();
    sink = small_work();
  }
  static_cast<void>(sink);
  return -1;
}

static std::size_t argument(int argc, char **argv) {
  if (argc == 2) {
    std::string_view text = argv[1];
    std::size_t n = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc() && end == text.data() + text.size() && n >= 1 && n <= 2000)
      return n;
  }
  std::cerr << "usage: promptness N, with N from 1 to 2000\n";
  std::exit(2);
}

int main(int argc, char **argv) {
  const std::size_t size = argument(argc, argv) * 1024 * 1024;
  long before = resident();
  auto buffer = std::make_unique<unsigned char[]>(size);
  Random random;
  for (std::size_t i = 0; i < size; i += stride)
    buffer[i] = random.next_byte();
  long full = resident();
  std::uint64_t checksum = 0;
  for (std::size_t i = 0; i < size; i += stride)
    checksum += buffer[i];

  auto start = Clock::now();
  buffer.reset();
  const std::int64_t back = until_back(before, full, start);

  before = resident();
  std::vector<std::unique_ptr<unsigned char[]>> blocks(size / block);
  for (auto &one : blocks) {
    one = std::make_unique<unsigned char[]>(block);
    one[0] = 1;
  }
  full = resident();
  start = Clock::now();
  for (std::size_t i = 0; i + 1 < blocks.size(); i++)
    blocks[i].reset();
  const std::int64_t back_in_blocks = until_back(before, full, start);

  std::cout << "answer " << checksum << '\n'
            << "back_ns " << back << '\n'
            << "back_in_boxes_ns " << back_in_blocks << '\n';
}
