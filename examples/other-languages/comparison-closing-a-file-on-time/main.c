#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static long size_of(const char *path) {
    struct stat info;
    return stat(path, &info) == 0 ? (long)info.st_size : -1;
}

int main(void) {
    char path[64];
    snprintf(path, sizeof path, "/tmp/door-log-%ld.txt", (long)getpid());
    FILE *log = fopen(path, "w");
    if (log == NULL) {
        return EXIT_FAILURE;
    }
    fputs("door opened\n", log);
    printf("before closing: %ld bytes\n", size_of(path));
    fclose(log);
    printf("after closing: %ld bytes\n", size_of(path));
    remove(path);
}
