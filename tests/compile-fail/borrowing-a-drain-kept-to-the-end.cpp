// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Queue {
    char *names[3];
    int length;
    ~Queue() { while (length > 0) free(names[--length]); }
};

struct Drain {
    Queue *queue;
    ~Drain() {
        free(queue->names[0]);  // takes it for Ada
        queue->names[queue->length++] = queue->names[1];  // Grace
    }
};

int main() {
    Queue queue = {{strdup("Ada"), strdup("Grace")}, 0};  // 0: served lives
    Drain served = {&queue};
    std::puts("1 served");
    queue.names[queue.length++] = strdup("Edsger");  // a push, over Ada
}
