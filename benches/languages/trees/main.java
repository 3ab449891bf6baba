/**
 * Builds, counts and drops binary trees, one object per node.
 *
 * <p>A tree of depth N lives for the whole run. Beside it, for the depths 4, 6, … up to N, many
 * trees are built, counted and left to the collector: the smaller the tree, the more of them, so
 * that every depth allocates about 2^(N+5) nodes. The answer is the number of all nodes counted.
 */
class Main {
  private static final class Node {
    private final Node left;
    private final Node right;

    Node(Node left, Node right) {
      this.left = left;
      this.right = right;
    }

    static Node build(int depth) {
      if (depth == 0) {
        return new Node(null, null);
      }
      return new Node(build(depth - 1), build(depth - 1));
    }

    static long count(Node node) {
      if (node == null) {
        return 0;
      }
      return 1 + count(node.left) + count(node.right);
    }
  }

  public static void main(String[] arguments) {
    int maxDepth = argument(arguments);
    Node longLived = Node.build(maxDepth);
    long nodes = 0;
    for (int depth = 4; depth <= maxDepth; depth += 2) {
      int trees = 1 << (maxDepth - depth + 4);
      for (int i = 0; i < trees; i++) {
        nodes += Node.count(Node.build(depth));
      }
    }
    nodes += Node.count(longLived);
    System.out.println("answer " + nodes);
  }

  private static int argument(String[] arguments) {
    if (arguments.length == 1) {
      try {
        int n = Integer.parseInt(arguments[0]);
        if (n >= 4 && n <= 24) {
          return n;
        }
      } catch (NumberFormatException e) {
        // falls through to the message
      }
    }
    System.err.println("usage: trees N, with N from 4 to 24");
    System.exit(2);
    return 0;
  }
}
