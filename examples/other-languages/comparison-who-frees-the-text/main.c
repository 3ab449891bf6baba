#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Returns a new text; the caller frees it. */
char *greeting(const char *name) {
    char *text = malloc(strlen("hello, ") + strlen(name) + 1);
    if (text != NULL)
        sprintf(text, "hello, %s", name);
    return text;
}

int main(void) {
    char *text = greeting("Ada");
    if (text == NULL)
        return 1;
    puts(text);
    free(text);
}
