// a matter of intent: `&` says that a function only looks, and Rust asks you to say `&mut`, or to put the number into a cell.
#include <iostream>

struct Page {
    int visits;
};

void visit(Page &page) { page.visits += 1; }

int main() {
    Page page = {0};
    visit(page);
    visit(page);
    std::cout << page.visits << '\n';
}
