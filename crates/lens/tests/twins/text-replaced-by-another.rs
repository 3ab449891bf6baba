//! before line 9, old leads to the block of `title`
//! before line 10, old leads to the block of `title`
//! before line 11, old leads to the freed block of `title`
//! before line 12, old leads to the freed block of `title`
//! before line 12, new leads to the block of `title`
fn main() {
    let mut title = String::from("map");
    let old = title.as_ptr();
    println!("{title}");
    title = String::from("atlas");
    let new = title.as_ptr();
    println!("{title} {}", old == new);
}
