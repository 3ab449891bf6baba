// Builds, counts and drops binary trees, one heap allocation per node.
//
// A tree of depth N lives for the whole run. Beside it, for the depths 4, 6, … up to N, many trees
// are built, counted and dropped: the smaller the tree, the more of them, so that every depth
// allocates about 2^(N+5) nodes. The answer is the number of all nodes counted.

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string_view>
#include <utility>

struct Node {
  std::unique_ptr<Node> left;
  std::unique_ptr<Node> right;

  Node(std::unique_ptr<Node> left, std::unique_ptr<Node> right)
      : left(std::move(left)), right(std::move(right)) {}
};

static std::unique_ptr<Node> build(int depth) {
  if (depth == 0)
    return std::make_unique<Node>(nullptr, nullptr);
  auto left = build(depth - 1);
  auto right = build(depth - 1);
  return std::make_unique<Node>(std::move(left), std::move(right));
}

static std::uint64_t count(const std::unique_ptr<Node> &node) {
  if (!node)
    return 0;
  return 1 + count(node->left) + count(node->right);
}

static int argument(int argc, char **argv) {
  if (argc == 2) {
    std::string_view text = argv[1];
    int n = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
    if (error == std::errc() && end == text.data() + text.size() && n >= 4 && n <= 24)
      return n;
  }
  std::cerr << "usage: trees N, with N from 4 to 24\n";
  std::exit(2);
}

int main(int argc, char **argv) {
  const int max_depth = argument(argc, argv);
  const auto long_lived = build(max_depth);
  std::uint64_t nodes = 0;
  for (int depth = 4; depth <= max_depth; depth += 2) {
    const int trees = 1 << (max_depth - depth + 4);
    for (int i = 0; i < trees; i++)
      nodes += count(build(depth));
  }
  nodes += count(long_lived);
  std::cout << "answer " << nodes << '\n';
}
