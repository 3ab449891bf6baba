struct Page(u32);

fn visit(page: &mut Page) {
    page.0 += 1;
}

fn main() {
    let mut page = Page(0);
    visit(&mut page);
    visit(&mut page);
    println!("{}", page.0);
}
