use std::cell::Cell;

struct Page(Cell<u32>);

fn visit(page: &Page) {
    page.0.set(page.0.get() + 1);
}

fn main() {
    let page = Page(Cell::new(0));
    visit(&page);
    visit(&page);
    println!("{}", page.0.get());
}
