/* Measures how soon memory that is freed is back with the operating system.
 *
 * Allocates N MiB, touches every page, uses the buffer a last time and frees it. Then it does small
 * work that allocates until the resident set has shrunk by at least 80 % of what the buffer added,
 * for two seconds at most. Then the same once more, with N MiB in blocks of 1 KiB, of which the last
 * is kept. The resident set comes from /proc/self/statm, so this needs Linux.
 */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { STRIDE = 4096, BLOCK = 1024, ITEMS = 1000 };
#define PATIENCE INT64_C(2000000000)

static void *checked(void *pointer) {
  if (pointer == NULL) {
    perror("promptness");
    exit(1);
  }
  return pointer;
}

static unsigned char next_byte(uint64_t *random) {
  *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (unsigned char)(*random >> 56);
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

/* The resident set in pages. Only ratios of it are used, so the size of a page does not matter. */
static long resident(void) {
  FILE *statm = checked(fopen("/proc/self/statm", "r"));
  long pages;
  if (fscanf(statm, "%*d %ld", &pages) != 1) {
    fprintf(stderr, "promptness: cannot read /proc/self/statm\n");
    exit(1);
  }
  fclose(statm);
  return pages;
}

static size_t small_work(void) {
  char *items[ITEMS];
  for (int i = 0; i < ITEMS; i++) {
    char item[32];
    int length = snprintf(item, sizeof item, "item %d", i);
    items[i] = checked(malloc((size_t)length + 1));
    memcpy(items[i], item, (size_t)length + 1);
  }
  size_t total = 0;
  for (int i = 0; i < ITEMS; i++) {
    total += strlen(items[i]);
    free(items[i]);
  }
  return total;
}

/* The nanoseconds until most of what was added is back, or -1. */
static int64_t until_back(long before, long full, int64_t start) {
  volatile size_t sink; /* keeps the compiler from leaving the small work out */
  while (now() - start < PATIENCE) {
    if ((full - resident()) * 10 >= (full - before) * 8)
      return now() - start;
    sink = small_work();
  }
  (void)sink;
  return -1;
}

static size_t argument(int argc, char **argv) {
  if (argc == 2) {
    char *end;
    long n = strtol(argv[1], &end, 10);
    if (end != argv[1] && *end == '\0' && n >= 1 && n <= 2000)
      return (size_t)n;
  }
  fprintf(stderr, "usage: promptness N, with N from 1 to 2000\n");
  exit(2);
}

int main(int argc, char **argv) {
  size_t size = argument(argc, argv) * 1024 * 1024;
  long before = resident();
  unsigned char *buffer = checked(calloc(size, 1));
  uint64_t random = 42, checksum = 0;
  for (size_t i = 0; i < size; i += STRIDE)
    buffer[i] = next_byte(&random);
  long full = resident();
  for (size_t i = 0; i < size; i += STRIDE)
    checksum += buffer[i];

  int64_t start = now();
  free(buffer);
  int64_t back = until_back(before, full, start);

  before = resident();
  size_t count = size / BLOCK;
  unsigned char **blocks = checked(calloc(count, sizeof *blocks));
  for (size_t i = 0; i < count; i++) {
    blocks[i] = checked(malloc(BLOCK));
    memset(blocks[i], 1, BLOCK);
  }
  full = resident();
  start = now();
  for (size_t i = 0; i + 1 < count; i++)
    free(blocks[i]);
  int64_t back_in_blocks = until_back(before, full, start);
  free(blocks[count - 1]);
  free(blocks);

  printf("answer %" PRIu64 "\n", checksum);
  printf("back_ns %" PRId64 "\n", back);
  printf("back_in_boxes_ns %" PRId64 "\n", back_in_blocks);
  return 0;
}
