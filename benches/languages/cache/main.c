/* Answers N requests from a long-lived cache and records how long each one takes.
 *
 * The cache maps keys to owned strings of 100 to 1,000 bytes. It holds at most 50,000 of them and
 * evicts the oldest, whose key a ring remembers. The 100,000 keys are equally likely, so that once
 * the cache is full about every second request is a hit. The answer sums what the requests returned.
 *
 * The hash table is an array of chains.
 */
#define _POSIX_C_SOURCE 200809L /* clock_gettime */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { CAPACITY = 50000, KEYS = 100000, BUCKET_BITS = 16, BUCKETS = 1 << BUCKET_BITS };

struct entry {
  struct entry *next;
  uint64_t key;
  char *text; /* owned, ends with a NUL */
  size_t length;
};

struct cache {
  struct entry *buckets[BUCKETS];
  uint64_t ring[CAPACITY];
  size_t used;
  size_t oldest;
};

static void *checked(void *memory) {
  if (memory == NULL) {
    perror("cache");
    exit(1);
  }
  return memory;
}

/* The link that points to the entry of the key, or the NULL at the end of its chain. */
static struct entry **find(struct cache *cache, uint64_t key) {
  uint64_t bucket = (key * UINT64_C(11400714819323198485)) >> (64 - BUCKET_BITS);
  struct entry **link = &cache->buckets[bucket];
  while (*link != NULL && (*link)->key != key)
    link = &(*link)->next;
  return link;
}

static void insert(struct cache *cache, uint64_t key, char *text, size_t length) {
  struct entry *entry = checked(malloc(sizeof *entry));
  *entry = (struct entry){.next = NULL, .key = key, .text = text, .length = length};
  *find(cache, key) = entry;
}

static void evict(struct cache *cache, uint64_t key) {
  struct entry **link = find(cache, key);
  struct entry *entry = *link;
  *link = entry->next;
  free(entry->text);
  free(entry);
}

static uint64_t summary(const char *text, size_t length) {
  return length + (unsigned char)text[length - 1];
}

/* Returns the text of the key; on a miss, makes a text of that length and stores it. */
static uint64_t request(struct cache *cache, uint64_t key, size_t length) {
  const struct entry *entry = *find(cache, key);
  if (entry != NULL)
    return summary(entry->text, entry->length);
  char *text = checked(malloc(length + 1));
  memset(text, 'a' + (int)(key % 26), length);
  text[length] = '\0';
  uint64_t result = summary(text, length);
  if (cache->used < CAPACITY) {
    cache->ring[cache->used++] = key;
  } else {
    evict(cache, cache->ring[cache->oldest]);
    cache->ring[cache->oldest] = key;
    cache->oldest = (cache->oldest + 1) % CAPACITY;
  }
  insert(cache, key, text, length);
  return result;
}

static uint64_t below(uint64_t *random, uint64_t bound) {
  *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (*random >> 33) % bound;
}

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * 1000000000 + (uint64_t)time.tv_nsec;
}

/* The largest resident set so far, as Linux says it. */
static long peak_kib(void) {
  FILE *status = checked(fopen("/proc/self/status", "r"));
  char line[256];
  long peak = -1;
  while (peak < 0 && fgets(line, sizeof line, status) != NULL)
    if (sscanf(line, "VmHWM: %ld", &peak) != 1)
      peak = -1;
  fclose(status);
  return peak;
}

static int ascending(const void *left, const void *right) {
  uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
  return (a > b) - (a < b);
}

static size_t argument(int argc, char **argv) {
  if (argc == 2) {
    char *end;
    long n = strtol(argv[1], &end, 10);
    if (end != argv[1] && *end == '\0' && n >= 1 && n <= 100000000)
      return (size_t)n;
  }
  fprintf(stderr, "usage: cache N, with N from 1 to 100000000\n");
  exit(2);
}

int main(int argc, char **argv) {
  size_t requests = argument(argc, argv);
  uint64_t *times = checked(calloc(requests, sizeof *times));
  struct cache *cache = checked(calloc(1, sizeof *cache));
  uint64_t random = 42, checksum = 0, started = now();
  for (size_t i = 0; i < requests; i++) {
    uint64_t key = below(&random, KEYS);
    size_t length = 100 + below(&random, 901);
    uint64_t start = now();
    checksum += request(cache, key, length);
    times[i] = now() - start;
  }
  printf("answer %" PRIu64 "\n", checksum);
  printf("work_ns %" PRIu64 "\n", now() - started);
  printf("work_peak_kib %ld\n", peak_kib());
  /* What follows is no part of the task. */
  qsort(times, requests, sizeof *times, ascending);
  printf("p50 %" PRIu64 "\n", times[requests * 500 / 1000]);
  printf("p99 %" PRIu64 "\n", times[requests * 990 / 1000]);
  printf("p999 %" PRIu64 "\n", times[requests * 999 / 1000]);
  printf("worst %" PRIu64 "\n", times[requests - 1]);
  for (size_t i = 0; i < cache->used; i++)
    evict(cache, cache->ring[i]);
  free(cache);
  free(times);
  return 0;
}
