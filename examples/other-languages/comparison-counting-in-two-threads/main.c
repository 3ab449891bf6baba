// wrong: data race
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static int visitors = 0;

static void *open_door(void *unused) {
    for (int i = 0; i < 1000; i++) {
        visitors++;
    }
    return unused;
}

int main(void) {
    pthread_t doors[2];
    for (int i = 0; i < 2; i++) {
        if (pthread_create(&doors[i], NULL, open_door, NULL) != 0) {
            return EXIT_FAILURE;
        }
    }
    for (int i = 0; i < 2; i++) {
        pthread_join(doors[i], NULL);
    }
    puts("both doors closed");
}
