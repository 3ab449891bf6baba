#include <stdio.h>
#include <stdlib.h>

struct playlist {
    int owners;
    int titles;
};

static void release(struct playlist *list) {
    list->owners--;
    if (list->owners == 0) {
        free(list);
    }
}

int main(void) {
    struct playlist *kitchen = malloc(sizeof *kitchen);
    if (kitchen == NULL) {
        return EXIT_FAILURE;
    }
    *kitchen = (struct playlist){.owners = 1, .titles = 3};
    struct playlist *garden = kitchen;
    garden->owners++;
    printf("shared by %d\n", garden->owners);
    release(kitchen);
    printf("shared by %d\n", garden->owners);
    printf("the garden plays %d titles\n", garden->titles);
    release(garden);
}
