// The trees of main.cpp with the nodes in an arena: a vector of nodes that name their children by
// index. A tree is dropped by clearing the vector, which keeps the memory for the next tree.
//
// The long-lived tree has its own arena, the short-lived trees share one, one after the other.

#include <charconv>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <limits>
#include <string_view>
#include <vector>

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Node {
  std::uint32_t left;
  std::uint32_t right;
};

class Arena {
public:
  std::uint32_t build(int depth) {
    const std::uint32_t left = depth == 0 ? none : build(depth - 1);
    const std::uint32_t right = depth == 0 ? none : build(depth - 1);
    nodes.push_back({left, right});
    return static_cast<std::uint32_t>(nodes.size() - 1);
  }

  std::uint64_t count(std::uint32_t index) const {
    if (index == none)
      return 0;
    const Node &node = nodes[index];
    return 1 + count(node.left) + count(node.right);
  }

  void clear() { nodes.clear(); }

private:
  std::vector<Node> nodes;
};

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
  Arena long_lived;
  const std::uint32_t long_lived_root = long_lived.build(max_depth);
  Arena arena;
  std::uint64_t nodes = 0;
  for (int depth = 4; depth <= max_depth; depth += 2) {
    const int trees = 1 << (max_depth - depth + 4);
    for (int i = 0; i < trees; i++) {
      nodes += arena.count(arena.build(depth));
      arena.clear();
    }
  }
  nodes += long_lived.count(long_lived_root);
  std::cout << "answer " << nodes << '\n';
}
