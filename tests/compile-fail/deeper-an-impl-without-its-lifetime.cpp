// a matter of intent: Rust asks you to write `<'_>` where a type with a loan inside gets a trait.
#include <iostream>

struct Show {
    virtual void show() const = 0;
};

struct Excerpt : Show {
    const char *text;
    explicit Excerpt(const char *words) : text(words) {}
    void show() const override { std::cout << text << '\n'; }
};

int main() {
    Excerpt("cake").show();
}
