// unsafe: stack-use-after-return
#include <cstdio>

auto greeter(const char *who) {
    const char *name = who;
    return [&name] { std::printf("welcome, %s\n", name); };
}

int main() {
    auto greet = greeter("Ada");
    greet();
}
