//! before line 10, kept leads to the block of `label`
//! before line 12, kept leads to the freed block of `label`
//! before line 13, kept leads to the freed block of `label`
fn main() {
    let mut kept: *const u8 = std::ptr::null();
    println!("{}", kept.is_null());
    for day in 1..=2 {
        let label = format!("day {day}");
        kept = label.as_ptr();
        println!("{label} {}", kept.is_null());
    }
    println!("done");
    let _seen = unsafe { *kept };
}
