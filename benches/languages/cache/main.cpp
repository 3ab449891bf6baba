// Answers N requests from a long-lived cache and records how long each one takes.
//
// The cache maps keys to owned strings of 100 to 1,000 bytes. It holds at most 50,000 of them and
// evicts the oldest, whose key a ring remembers. The 100,000 keys are equally likely, so that once
// the cache is full about every second request is a hit. The answer sums what the requests returned.

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

constexpr std::size_t capacity = 50'000;
constexpr std::uint64_t keys = 100'000;

class Random {
public:
  std::uint64_t below(std::uint64_t bound) {
    state = state * 6364136223846793005 + 1442695040888963407;
    return (state >> 33) % bound;
  }

private:
  std::uint64_t state = 42;
};

static std::uint64_t summary(const std::string &text) {
  return text.size() + static_cast<unsigned char>(text.back());
}

class Cache {
public:
  Cache() {
    texts.reserve(capacity);
    ring.reserve(capacity);
  }

  // Returns the text of the key; on a miss, makes a text of that length and stores it.
  std::uint64_t request(std::uint64_t key, std::size_t length) {
    if (const auto found = texts.find(key); found != texts.end())
      return summary(found->second);
    std::string text(length, static_cast<char>('a' + key % 26));
    const auto result = summary(text);
    if (ring.size() < capacity) {
      ring.push_back(key);
    } else {
      texts.erase(ring[oldest]);
      ring[oldest] = key;
      oldest = (oldest + 1) % capacity;
    }
    texts.emplace(key, std::move(text));
    return result;
  }

private:
  std::unordered_map<std::uint64_t, std::string> texts;
  std::vector<std::uint64_t> ring;
  std::size_t oldest = 0;
};

// The largest resident set so far, as Linux says it.
static long peak_kib() {
  std::ifstream status("/proc/self/status");
  std::string word;
  long peak = -1;
  while (status >> word && word != "VmHWM:") {
  }
  status >> peak;
  return peak;
}

static std::size_t argument(int argc, char **argv) {
  if (argc == 2) {
    std::string_view text = argv[1];
    std::size_t n = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc() && end == text.data() + text.size() && n >= 1 && n <= 100'000'000)
      return n;
  }
  std::cerr << "usage: cache N, with N from 1 to 100000000\n";
  std::exit(2);
}

int main(int argc, char **argv) {
  using Clock = std::chrono::steady_clock;
  using Nanoseconds = std::chrono::nanoseconds;
  const std::size_t requests = argument(argc, argv);
  std::vector<std::uint64_t> times(requests);
  Random random;
  Cache cache;
  std::uint64_t checksum = 0;
  const auto started = Clock::now();
  for (std::uint64_t &time : times) {
    const std::uint64_t key = random.below(keys);
    const std::size_t length = 100 + random.below(901);
    const auto start = Clock::now();
    checksum += cache.request(key, length);
    time = std::chrono::duration_cast<Nanoseconds>(Clock::now() - start).count();
  }
  const Nanoseconds work = Clock::now() - started;
  const long peak = peak_kib();
  // What follows is no part of the task.
  std::sort(times.begin(), times.end());
  std::cout << "answer " << checksum << '\n'
            << "work_ns " << work.count() << '\n'
            << "work_peak_kib " << peak << '\n'
            << "p50 " << times[requests * 500 / 1000] << '\n'
            << "p99 " << times[requests * 990 / 1000] << '\n'
            << "p999 " << times[requests * 999 / 1000] << '\n'
            << "worst " << times[requests - 1] << '\n';
}
