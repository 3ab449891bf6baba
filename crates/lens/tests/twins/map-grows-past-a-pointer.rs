//! before line 9, age leads to the block of `ages`
//! before line 10, age leads to the block of `ages`
//! before line 13, age leads to the freed block of `ages`
//! before line 14, age leads to the freed block of `ages`
use std::collections::HashMap;
fn main() {
    let mut ages = HashMap::from([(0, 36)]);
    let age = &raw const ages[&0];
    println!("{}", unsafe { *age });
    for key in 1..9 {
        ages.insert(key, 40);
    }
    println!("{}", ages.len());
    println!("{}", age.is_null());
}
