// wrong: stack-use-after-return
#include <iostream>

static const int &total(int bread, int milk) {
    const int sum = bread + milk;
    const int &result = sum;
    return result;
}

int main() {
    const int &cents = total(250, 120);
    std::cout << cents << " cents\n";
}
