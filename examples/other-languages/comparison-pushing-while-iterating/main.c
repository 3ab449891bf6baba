// wrong: heap-use-after-free
#include <stdio.h>
#include <stdlib.h>

int main(void) {
    size_t count = 2;
    int *prices = malloc(count * sizeof *prices);
    if (prices == NULL) {
        return EXIT_FAILURE;
    }
    prices[0] = 250;
    prices[1] = 120;
    const int *end = prices + count;
    for (const int *price = prices; price != end; price++) {
        const int deposit = *price / 10;
        int *grown = realloc(prices, (count + 1) * sizeof *grown);
        if (grown == NULL) {
            break;
        }
        prices = grown;
        prices[count] = deposit;
        count++;
    }
    printf("%zu entries\n", count);
    free(prices);
}
