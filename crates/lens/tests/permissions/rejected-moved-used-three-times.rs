// rustc rejects it: E0382
fn main() {
    let mut page = String::from("one");
    let other = String::from("two"); //~ page: RWO
    let book = vec![page]; //~ page: RWO, other: R-O
    println!("{page}"); //~ page: ---, other: R-O, book: R-O
    page.push('!'); //~ page: ---, other: R-O, book: R-O
    let again = page; //~ page: ---, other: R-O, book: R-O
    println!("{again} {other} {book:?}"); //~ page: ---, again: R-O, other: R-O, book: R-O
} //~ page: ---, again: R-O, other: R-O, book: R-O
