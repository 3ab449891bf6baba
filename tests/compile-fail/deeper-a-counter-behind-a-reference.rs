struct Page(u32);

fn visit(page: &Page) {
    page.0 += 1;
}

fn main() {
    let page = Page(0);
    visit(&page);
    visit(&page);
    println!("{}", page.0);
}
