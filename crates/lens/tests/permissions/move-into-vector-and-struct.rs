struct Page {
    title: String,
}

fn main() {
    let title = String::from("intro");
    let page = Page { title }; //~ title: R-O
    let mut book = Vec::new(); //~ title: ---, page: R-O, page.title: R-O
    book.push(page); //~ page: R-O, book: RWO
    println!("{}", book[0].title); //~ page: ---, page.title: ---, book: RWO
} //~ title: ---, page: ---, book: RWO
