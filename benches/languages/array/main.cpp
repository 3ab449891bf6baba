// Passes over one array of N unsigned 64-bit integers: no allocation after the first.
//
// The array is filled from a generator; twenty passes replace each number x at index i with
// 3x + i modulo 2^64. The answer is the sum of all numbers modulo 2^64.

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <numeric>
#include <string_view>
#include <vector>

constexpr int passes = 20;

class Random {
public:
  std::uint64_t next() {
    state = state * 6364136223846793005 + 1442695040888963407;
    return state >> 33;
  }

private:
  std::uint64_t state = 42;
};

static std::size_t argument(int argc, char **argv) {
  if (argc == 2) {
    std::string_view text = argv[1];
    std::size_t n = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc() && end == text.data() + text.size() && n >= 1 && n <= 100'000'000)
      return n;
  }
  std::cerr << "usage: array N, with N from 1 to 100000000\n";
  std::exit(2);
}

int main(int argc, char **argv) {
  std::vector<std::uint64_t> numbers(argument(argc, argv));
  Random random;
  for (std::uint64_t &x : numbers)
    x = random.next();
  for (int pass = 0; pass < passes; pass++)
    for (std::size_t i = 0; i < numbers.size(); i++)
      numbers[i] = numbers[i] * 3 + i;
  const auto sum = std::accumulate(numbers.begin(), numbers.end(), std::uint64_t{0});
  std::cout << "answer " << sum << '\n';
}
