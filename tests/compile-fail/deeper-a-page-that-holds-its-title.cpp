// sound but rejected: A move leaves the text on the heap where it is, and the checker sees only that its owner moved.
#include <iostream>
#include <memory>
#include <string_view>
#include <utility>

struct Page {
    std::unique_ptr<char[]> text;
    std::string_view title;
};

int main() {
    std::unique_ptr<char[]> text(new char[5]{'T', 'e', 'a', '.', '\0'});
    std::string_view title(text.get(), 3);
    Page page = {std::move(text), title};
    std::cout << page.title << " in " << page.text.get() << '\n';
}
