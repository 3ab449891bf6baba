/* Counts the words of a text.
 *
 * A generator makes up a vocabulary of 20,000 words of 2 to 9 letters and writes a text of N of them,
 * the words at the front of the vocabulary more often. The text is split into owned strings, which
 * are counted in a hash table with open addressing and the hash function FNV-1a. The last twelve
 * digits of the answer are a checksum, the digits before them the number of distinct words.
 */
#define _POSIX_C_SOURCE 200809L /* strndup */
#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHECKSUM_END UINT64_C(1000000000000)
enum { VOCABULARY = 20000, LONGEST = 9 };

struct entry {
  char *word; /* owned; NULL: the slot is empty */
  uint64_t hash;
  uint64_t count;
};

struct table {
  struct entry *slots;
  size_t capacity; /* a power of two */
  size_t used;
};

static void *checked(void *memory) {
  if (memory == NULL) {
    perror("words");
    exit(1);
  }
  return memory;
}

static uint64_t hash_of(const char *word) {
  uint64_t hash = UINT64_C(14695981039346656037);
  for (; *word != '\0'; word++)
    hash = (hash ^ (unsigned char)*word) * UINT64_C(1099511628211);
  return hash;
}

/* The slot that holds the word, or the empty one where it belongs. */
static struct entry *find(struct table *table, const char *word, uint64_t hash) {
  size_t i = hash & (table->capacity - 1);
  while (table->slots[i].word != NULL &&
         (table->slots[i].hash != hash || strcmp(table->slots[i].word, word) != 0))
    i = (i + 1) & (table->capacity - 1);
  return &table->slots[i];
}

static void grow(struct table *table) {
  struct table larger = {.capacity = table->capacity * 2, .used = table->used};
  if (larger.capacity == 0)
    larger.capacity = 16;
  larger.slots = checked(calloc(larger.capacity, sizeof *larger.slots));
  for (size_t i = 0; i < table->capacity; i++) {
    struct entry *entry = &table->slots[i];
    if (entry->word != NULL)
      *find(&larger, entry->word, entry->hash) = *entry;
  }
  free(table->slots);
  *table = larger;
}

/* Counts the word and takes it over: stores it if it is new, frees it if it is not. */
static void count(struct table *table, char *word) {
  if (table->used >= table->capacity / 4 * 3)
    grow(table);
  uint64_t hash = hash_of(word);
  struct entry *entry = find(table, word, hash);
  if (entry->word == NULL) {
    *entry = (struct entry){.word = word, .hash = hash, .count = 1};
    table->used++;
  } else {
    entry->count++;
    free(word);
  }
}

static uint64_t below(uint64_t *random, uint64_t bound) {
  *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (*random >> 33) % bound;
}

static char *make_text(size_t words) {
  static char vocabulary[VOCABULARY][LONGEST + 1];
  uint64_t random = 42;
  for (size_t i = 0; i < VOCABULARY; i++) {
    uint64_t length = 2 + below(&random, 8);
    for (uint64_t j = 0; j < length; j++)
      vocabulary[i][j] = (char)('a' + below(&random, 26));
  }
  size_t capacity = 1024, used = 0;
  char *text = checked(malloc(capacity));
  for (size_t i = 0; i < words; i++) {
    if (capacity - used < LONGEST + 2) {
      capacity *= 2;
      text = checked(realloc(text, capacity));
    }
    if (i > 0)
      text[used++] = ' ';
    uint64_t index = below(&random, VOCABULARY);
    index = index * below(&random, VOCABULARY) / VOCABULARY;
    size_t length = strlen(vocabulary[index]);
    memcpy(text + used, vocabulary[index], length);
    used += length;
  }
  text[used] = '\0';
  return text;
}

/* Cuts the text at its spaces into owned strings. */
static char **split(const char *text, size_t *words) {
  size_t capacity = 16;
  char **list = checked(malloc(capacity * sizeof *list));
  *words = 0;
  for (bool more = true; more;) {
    if (*words == capacity) {
      capacity *= 2;
      list = checked(realloc(list, capacity * sizeof *list));
    }
    size_t length = strcspn(text, " ");
    list[(*words)++] = checked(strndup(text, length));
    more = text[length] != '\0';
    text += length + 1;
  }
  return list;
}

/* A number that depends on the letters only: the word read in base 31. */
static uint64_t value(const char *word) {
  uint64_t value = 0;
  for (; *word != '\0'; word++)
    value = value * 31 + (unsigned char)*word;
  return value;
}

static size_t argument(int argc, char **argv) {
  if (argc == 2) {
    char *end;
    long n = strtol(argv[1], &end, 10);
    if (end != argv[1] && *end == '\0' && n >= 1 && n <= 20000000)
      return (size_t)n;
  }
  fprintf(stderr, "usage: words N, with N from 1 to 20000000\n");
  exit(2);
}

int main(int argc, char **argv) {
  char *text = make_text(argument(argc, argv));
  size_t word_count;
  char **words = split(text, &word_count);
  struct table counts = {0};
  for (size_t i = 0; i < word_count; i++)
    count(&counts, words[i]);
  free(words);
  uint64_t checksum = 0;
  for (size_t i = 0; i < counts.capacity; i++) {
    struct entry *entry = &counts.slots[i];
    if (entry->word != NULL)
      checksum = (checksum + entry->count * (value(entry->word) % 1000003)) % CHECKSUM_END;
  }
  printf("answer %" PRIu64 "\n", counts.used * CHECKSUM_END + checksum);
  for (size_t i = 0; i < counts.capacity; i++)
    free(counts.slots[i].word);
  free(counts.slots);
  free(text);
  return 0;
}
