//! before line 9, place leads to the block of `ticket`
//! before line 10, place leads to the block of `ticket`
//! before line 11, place leads to the block of `ticket`
//! before line 12, place leads to the freed block of `ticket`
//! before line 13, place leads to the freed block of `ticket`
fn main() {
    let ticket = Box::new(3);
    let place = Box::into_raw(ticket);
    unsafe { *place += 1 }
    println!("{}", unsafe { *place });
    unsafe { drop(Box::from_raw(place)) }
    println!("freed");
}
