//! before line 10, first leads to element 0 of the block of `scores`
//! before line 11, first leads to element 0 of the block of `scores`
//! before line 12, first leads to element 0 of the block of `scores`
//! before line 13, first leads to element 0 of the freed block of `scores`
//! before line 14, first leads to element 0 of the freed block of `scores`
fn main() {
    let mut scores = Vec::with_capacity(8);
    scores.extend([5, 6]);
    let first = scores.as_ptr();
    scores.truncate(1);
    println!("{}", unsafe { *first });
    scores.shrink_to_fit();
    println!("{scores:?}");
}
