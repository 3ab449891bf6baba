/* The trees of main.c with the nodes in an arena: a list of chunks, from which nodes are handed out
 * one after the other. A tree is dropped by rewinding the arena, which keeps the chunks for the next
 * tree; the chunks are freed all at once at the end.
 *
 * The long-lived tree has its own arena, the short-lived trees share one, one after the other.
 */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { NODES_PER_CHUNK = 4096 };

struct node {
  struct node *left;
  struct node *right;
};

struct chunk {
  struct chunk *next;
  struct node nodes[NODES_PER_CHUNK];
};

struct arena {
  struct chunk *first;
  struct chunk *current;
  size_t used; /* nodes handed out from the current chunk */
};

static struct chunk *new_chunk(void) {
  struct chunk *chunk = malloc(sizeof *chunk);
  if (chunk == NULL) {
    perror("trees");
    exit(1);
  }
  chunk->next = NULL;
  return chunk;
}

static struct arena new_arena(void) {
  struct chunk *chunk = new_chunk();
  return (struct arena){.first = chunk, .current = chunk, .used = 0};
}

static struct node *new_node(struct arena *arena) {
  if (arena->used == NODES_PER_CHUNK) {
    if (arena->current->next == NULL)
      arena->current->next = new_chunk();
    arena->current = arena->current->next;
    arena->used = 0;
  }
  return &arena->current->nodes[arena->used++];
}

static void rewind_arena(struct arena *arena) {
  arena->current = arena->first;
  arena->used = 0;
}

static void free_arena(struct arena *arena) {
  while (arena->first != NULL) {
    struct chunk *next = arena->first->next;
    free(arena->first);
    arena->first = next;
  }
}

static struct node *build(struct arena *arena, int depth) {
  struct node *left = depth == 0 ? NULL : build(arena, depth - 1);
  struct node *right = depth == 0 ? NULL : build(arena, depth - 1);
  struct node *node = new_node(arena);
  node->left = left;
  node->right = right;
  return node;
}

static uint64_t count(const struct node *node) {
  if (node == NULL)
    return 0;
  return 1 + count(node->left) + count(node->right);
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
  struct arena long_lived = new_arena();
  struct node *long_lived_root = build(&long_lived, max_depth);
  struct arena arena = new_arena();
  uint64_t nodes = 0;
  for (int depth = 4; depth <= max_depth; depth += 2) {
    int trees = 1 << (max_depth - depth + 4);
    for (int i = 0; i < trees; i++) {
      nodes += count(build(&arena, depth));
      rewind_arena(&arena);
    }
  }
  nodes += count(long_lived_root);
  free_arena(&arena);
  free_arena(&long_lived);
  printf("answer %" PRIu64 "\n", nodes);
  return 0;
}
