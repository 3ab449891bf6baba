// wrong: detected memory leaks
#include <stdlib.h>

struct room {
    struct room *next;
};

static void build_house(void) {
    struct room *hall = malloc(sizeof *hall);
    struct room *kitchen = malloc(sizeof *kitchen);
    if (hall == NULL || kitchen == NULL) {
        abort();
    }
    hall->next = kitchen;
    kitchen->next = hall;
}

int main(void) {
    build_house();
    return EXIT_SUCCESS;
}
