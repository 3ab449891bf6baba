//! before line 9, inside leads to the block of `parcel`
//! before line 10, inside leads to the block of `moved`
//! before line 11, inside leads to the block of `moved`
//! before line 12, inside leads to the freed block of `moved`
//! before line 13, inside leads to the freed block of `moved`
fn main() {
    let parcel = Box::new(7);
    let inside = &raw const *parcel;
    let moved = parcel;
    println!("{}", unsafe { *inside });
    drop(moved);
    println!("dropped");
    let _seen = unsafe { *inside };
}
