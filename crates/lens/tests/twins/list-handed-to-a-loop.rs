//! before line 8, last leads to element 2 of the block of `sizes`
//! before line 9, last leads to element 2 of the block of `sizes`
//! before line 12, last leads to element 2 of the freed block of `sizes`
//! before line 13, last leads to element 2 of the freed block of `sizes`
fn main() {
    let sizes = vec![1, 2, 3];
    let last = &raw const sizes[2];
    let mut sum = 0;
    for size in sizes {
        sum += size;
    }
    println!("{sum}");
    let _seen = unsafe { *last };
}
