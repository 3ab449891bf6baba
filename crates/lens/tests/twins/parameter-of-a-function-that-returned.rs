//! before line 7, bytes leads to the block of `text`
//! before line 8, bytes leads to the block of `text`
//! before line 13, bytes leads to the freed block of `text`
//! before line 14, bytes leads to the freed block of `text`
fn bytes_of(text: String) -> *const u8 {
    let bytes = text.as_ptr();
    println!("{text}");
    bytes
}
fn main() {
    let name = String::from("ada");
    let bytes = bytes_of(name);
    println!("returned");
    println!("{}", bytes.is_null());
}
