//! before line 8, inside leads to the block of `slot`
//! before line 9, inside leads to the block of `slot`
//! before line 10, inside leads to the freed block of `slot`
//! before line 11, inside leads to the freed block of `slot`
fn main() {
    let mut slot = Some(Box::new(4));
    let inside = &raw const **slot.as_ref().unwrap();
    println!("{}", unsafe { *inside });
    slot = None;
    println!("{slot:?}");
    let _seen = unsafe { *inside };
}
