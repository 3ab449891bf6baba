//! before line 10, latest leads to `size`
//! before line 12, latest leads to the place of `size`, whose scope has ended
//! before line 13, latest leads to the place of `size`, whose scope has ended
fn main() {
    let mut latest: *const u32 = std::ptr::null();
    println!("{}", latest.is_null());
    {
        let size = 5;
        latest = &raw const size;
        println!("{}", unsafe { *latest });
    }
    println!("left");
    let _seen = unsafe { *latest };
}
