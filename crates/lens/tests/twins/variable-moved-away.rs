//! before line 13, place leads to `name`
//! before line 14, place leads to `name`
//! before line 14, bytes leads to the block of `name`
//! before line 15, place leads to the place of `name`, which was moved
//! before line 15, bytes leads to the block of `owner`
//! before line 16, place leads to the place of `name`, which was moved
//! before line 16, bytes leads to the block of `owner`
//! before line 17, place leads to the place of `name`, which was moved
//! before line 17, bytes leads to the freed block of `owner`
fn main() {
    let name = String::from("ada");
    let place = &raw const name;
    let bytes = name.as_ptr();
    let owner = name;
    println!("{owner}");
    drop(owner);
    println!("{} {}", place.is_null(), bytes.is_null());
}
