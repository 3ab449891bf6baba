// unsafe: heap-use-after-free
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <queue>

int main() {
    std::queue<char *> channel;
    char *name = strdup("Ada");
    channel.push(name);
    std::printf("%s arrived\n", channel.front());
    std::free(channel.front());  // added: the receiver drops what arrived
    std::printf("%s was sent\n", name);
}
