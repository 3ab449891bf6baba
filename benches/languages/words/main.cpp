// Counts the words of a text.
//
// A generator makes up a vocabulary of 20,000 words of 2 to 9 letters and writes a text of N of them,
// the words at the front of the vocabulary more often. The text is split into owned strings, which
// are counted in the hash map of the standard library with its default hash function. The last
// twelve digits of the answer are a checksum, the digits before them the number of distinct words.

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

constexpr std::uint64_t vocabulary_size = 20'000;
constexpr std::uint64_t checksum_end = 1'000'000'000'000;

class Random {
public:
  std::uint64_t below(std::uint64_t bound) {
    state = state * 6364136223846793005 + 1442695040888963407;
    return (state >> 33) % bound;
  }

private:
  std::uint64_t state = 42;
};

static std::string made_up_word(Random &random) {
  std::string word(2 + random.below(8), ' ');
  for (char &letter : word)
    letter = static_cast<char>('a' + random.below(26));
  return word;
}

static std::string make_text(std::size_t words) {
  Random random;
  std::vector<std::string> vocabulary;
  for (std::size_t i = 0; i < vocabulary_size; i++)
    vocabulary.push_back(made_up_word(random));
  std::string text;
  for (std::size_t i = 0; i < words; i++) {
    if (i > 0)
      text += ' ';
    const auto index = random.below(vocabulary_size) * random.below(vocabulary_size) / vocabulary_size;
    text += vocabulary[index];
  }
  return text;
}

static std::vector<std::string> split(const std::string &text) {
  std::vector<std::string> words;
  std::size_t start = 0;
  for (auto end = text.find(' '); end != std::string::npos; end = text.find(' ', start)) {
    words.emplace_back(text, start, end - start);
    start = end + 1;
  }
  words.emplace_back(text, start);
  return words;
}

// A number that depends on the letters only: the word read in base 31.
static std::uint64_t value(const std::string &word) {
  std::uint64_t value = 0;
  for (unsigned char letter : word)
    value = value * 31 + letter;
  return value;
}

static std::size_t argument(int argc, char **argv) {
  if (argc == 2) {
    std::string_view text = argv[1];
    std::size_t n = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc() && end == text.data() + text.size() && n >= 1 && n <= 20'000'000)
      return n;
  }
  std::cerr << "usage: words N, with N from 1 to 20000000\n";
  std::exit(2);
}

int main(int argc, char **argv) {
  const std::string text = make_text(argument(argc, argv));
  std::unordered_map<std::string, std::uint64_t> counts;
  for (std::string &word : split(text))
    ++counts[std::move(word)];
  std::uint64_t checksum = 0;
  for (const auto &[word, count] : counts)
    checksum = (checksum + count * (value(word) % 1'000'003)) % checksum_end;
  std::cout << "answer " << counts.size() * checksum_end + checksum << '\n';
}
