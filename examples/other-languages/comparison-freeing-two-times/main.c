// wrong: attempting double-free
#include <stdlib.h>

struct order {
    int table;
};

static void close_order(struct order *order) {
    free(order);
}

int main(void) {
    struct order *lunch = malloc(sizeof *lunch);
    if (lunch == NULL) {
        return EXIT_FAILURE;
    }
    lunch->table = 4;
    close_order(lunch);
    close_order(lunch);
}
