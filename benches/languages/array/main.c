/* Passes over one array of N unsigned 64-bit integers: no allocation after the first.
 *
 * The array is filled from a generator; twenty passes replace each number x at index i with
 * 3x + i modulo 2^64. The answer is the sum of all numbers modulo 2^64.
 */
#include <inttypes.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { PASSES = 20 };

static uint64_t next(uint64_t *random) {
  *random = *random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return *random >> 33;
}

static size_t argument(int argc, char **argv) {
  if (argc == 2) {
    char *end;
    long n = strtol(argv[1], &end, 10);
    if (end != argv[1] && *end == '\0' && n >= 1 && n <= 100000000)
      return (size_t)n;
  }
  fprintf(stderr, "usage: array N, with N from 1 to 100000000\n");
  exit(2);
}

int main(int argc, char **argv) {
  size_t n = argument(argc, argv);
  uint64_t *numbers = malloc(n * sizeof *numbers);
  if (numbers == NULL) {
    perror("array");
    return 1;
  }
  uint64_t random = 42;
  for (size_t i = 0; i < n; i++)
    numbers[i] = next(&random);
  for (int pass = 0; pass < PASSES; pass++)
    for (size_t i = 0; i < n; i++)
      numbers[i] = numbers[i] * 3 + i;
  uint64_t sum = 0;
  for (size_t i = 0; i < n; i++)
    sum += numbers[i];
  free(numbers);
  printf("answer %" PRIu64 "\n", sum);
  return 0;
}
