// unsafe: not a valid value for type 'bool'
#include <cstdio>
#include <memory>

// A bool stands for the number: UBSan can tell a meaningless bool, but not a meaningless number.
int price(int seats) {
    std::unique_ptr<bool> group(new bool);  // memory without a value
    if (seats >= 10) {
        *group = true;
    }
    return seats * (*group ? 8 : 10);
}

int main() {
    std::printf("%d\n", price(12));
    std::printf("%d\n", price(2));  // added: a call that skips the assignment
}
