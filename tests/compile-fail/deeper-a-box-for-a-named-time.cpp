// a matter of intent: Rust asks you to say that the value lasts as long as the box is promised to.
#include <iostream>
#include <memory>

struct Display {
    virtual void show() const = 0;
    virtual ~Display() = default;
};

template <typename T>
struct Shown : Display {
    T value;
    explicit Shown(T from) : value(from) {}
    void show() const override { std::cout << value << '\n'; }
};

template <typename T>
std::unique_ptr<Display> boxed(T value) {
    return std::make_unique<Shown<T>>(value);
}

int main() {
    boxed("tea")->show();
}
