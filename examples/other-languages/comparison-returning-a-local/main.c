// wrong: stack-use-after-return
#include <stdio.h>

static const int *total(int bread, int milk) {
    int sum = bread + milk;
    const int *result = &sum;
    return result;
}

int main(void) {
    const int *cents = total(250, 120);
    printf("%d cents\n", *cents);
}
