//! before line 10, inside leads to the block of `title`
//! before line 11, inside leads to the block of `title`
//! before line 12, inside leads to the block of `other`
//! before line 13, inside leads to the block of `other`
//! before line 14, inside leads to the freed block of `other`
use std::rc::Rc;
fn main() {
    let title = Rc::new(5);
    let inside = Rc::as_ptr(&title);
    let other = Rc::clone(&title);
    drop(title);
    println!("{}", unsafe { *inside });
    drop(other);
    println!("{}", inside.is_null());
}
