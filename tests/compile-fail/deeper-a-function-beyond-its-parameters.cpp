// without a meaning: use of local variable
#include <iostream>

int main() {
    int each = 12;
    struct Total {
        static int of(int seats) { return seats * each; }
    };
    std::cout << Total::of(3) << " at " << each << '\n';
}
