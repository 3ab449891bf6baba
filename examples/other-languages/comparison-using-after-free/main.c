// wrong: heap-use-after-free
#include <stdio.h>
#include <stdlib.h>

struct order {
    int items;
};

int main(void) {
    struct order *lunch = malloc(sizeof *lunch);
    if (lunch == NULL) {
        return EXIT_FAILURE;
    }
    lunch->items = 3;
    const struct order *receipt = lunch;
    free(lunch);
    printf("%d items\n", receipt->items);
}
