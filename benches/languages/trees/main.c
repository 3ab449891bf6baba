/* Builds, counts and drops binary trees, one heap allocation per node.
 *
 * A tree of depth N lives for the whole run. Beside it, for the depths 4, 6, ... up to N, many trees
 * are built, counted and freed: the smaller the tree, the more of them, so that every depth
 * allocates about 2^(N+5) nodes. The answer is the number of all nodes counted.
 */
#include <inttypes.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node {
  struct node *left;
  struct node *right;
};

static struct node *build(int depth) {
  struct node *left = depth == 0 ? NULL : build(depth - 1);
  struct node *right = depth == 0 ? NULL : build(depth - 1);
  struct node *node = malloc(sizeof *node);
  if (node == NULL) {
    perror("trees");
    exit(1);
  }
  node->left = left;
  node->right = right;
  return node;
}

static uint64_t count(const struct node *node) {
  if (node == NULL)
    return 0;
  return 1 + count(node->left) + count(node->right);
}

static void drop(struct node *node) {
  if (node == NULL)
    return;
  drop(node->left);
  drop(node->right);
  free(node);
}

static int argument(int argc, char **argv) {
  if (argc == 2) {
    char *end;
    long n = strtol(argv[1], &end, 10);
    if (end != argv[1] && *end == '\0' && n >= 4 && n <= 24)
      return (int)n;
  }
  fprintf(stderr, "usage: trees N, with N from 4 to 24\n");
  exit(2);
}

int main(int argc, char **argv) {
  int max_depth = argument(argc, argv);
  struct node *long_lived = build(max_depth);
  uint64_t nodes = 0;
  for (int depth = 4; depth <= max_depth; depth += 2) {
    int trees = 1 << (max_depth - depth + 4);
    for (int i = 0; i < trees; i++) {
      struct node *tree = build(depth);
      nodes += count(tree);
      drop(tree);
    }
  }
  nodes += count(long_lived);
  drop(long_lived);
  printf("answer %" PRIu64 "\n", nodes);
  return 0;
}
