//! before line 13, bytes leads to the block of `names[0]`
//! before line 14, bytes leads to the block of `names[0]`
//! before line 14, first leads to element 0 of the block of `names`
//! before line 15, bytes leads to the freed block of `names[0]`
//! before line 15, first leads to element 0 of the block of `names`
//! before line 16, bytes leads to the freed block of `names[0]`
//! before line 16, first leads to element 0 of the block of `names`
//! before line 17, bytes leads to the freed block of `names[0]`
//! before line 17, first leads to element 0 of the freed block of `names`
fn main() {
    let mut names = vec![String::from("ada"), String::from("bo")];
    let bytes = names[0].as_ptr();
    let first = names.as_ptr();
    names.clear();
    println!("{}", names.len());
    drop(names);
    println!("{} {}", bytes.is_null(), first.is_null());
}
