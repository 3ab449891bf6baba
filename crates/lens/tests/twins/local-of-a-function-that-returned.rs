//! before line 8, *out leads to `count`
//! before line 9, *out leads to `count`
//! before line 13, kept leads to the place of `count` in the frame of `counted`, which is gone
//! before line 14, kept leads to the place of `count` in the frame of `counted`, which is gone
fn counted(out: &mut *const u32) {
    let count = 7;
    *out = &raw const count;
    println!("{count}");
}
fn main() {
    let mut kept = std::ptr::null();
    counted(&mut kept);
    println!("returned");
    println!("{}", kept.is_null());
}
