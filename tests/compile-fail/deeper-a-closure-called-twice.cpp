// unsafe: attempting double-free
#include <cstdlib>
#include <cstring>

template <typename Job>
void twice(Job job) {
    job();
    job();
}

int main() {
    char *ticket = strdup("row 7");
    auto tear = [ticket] { free(ticket); };
    twice(tear);
}
