#include <stdio.h>
#include <stdlib.h>

// The caller must free the list.
static const char **shopping_list(size_t *length) {
    const char **items = malloc(2 * sizeof *items);
    if (items == NULL) {
        abort();
    }
    items[0] = "bread";
    items[1] = "milk";
    *length = 2;
    return items;
}

int main(void) {
    size_t length;
    const char **items = shopping_list(&length);
    for (size_t i = 0; i < length; i++) {
        puts(items[i]);
    }
    free(items);
}
