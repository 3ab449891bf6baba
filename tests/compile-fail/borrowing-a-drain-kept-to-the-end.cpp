// unsafe: attempting double-free
#include <cstdio>
#include <cstdlib>
#include <cstring>

struct Queue {
    char *names[3];
    int length;
    void push(const char *name) { names[length++] = strdup(name); }
    ~Queue() { while (length > 0) free(names[--length]); }
};

struct Drain {
    Queue *queue;
    ~Drain() {
        free(queue->names[0]);  // takes it for Ada
        queue->names[queue->length++] = queue->names[1];  // puts Grace back
    }
};

int main() {
    Queue queue = {{strdup("Ada"), strdup("Grace")}, 0};  // length 0 until served ends
    Drain served = {&queue};
    queue.push("Edsger");  // overwrites Ada
}
