// wrong: null pointer
#include <stdio.h>

struct ticket {
    int seat;
    int cents;
};

static const struct ticket sold[] = {{3, 1200}, {5, 900}};

static const struct ticket *find(int seat) {
    for (size_t i = 0; i < sizeof sold / sizeof sold[0]; i++) {
        if (sold[i].seat == seat) {
            return &sold[i];
        }
    }
    return NULL;
}

int main(void) {
    const struct ticket *ticket = find(7);
    printf("%d cents\n", ticket->cents);
}
