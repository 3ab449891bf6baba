use std::panic::catch_unwind;
use std::sync::{Mutex, PoisonError};

fn main() {
    let seats = Mutex::new(vec![3, 5]);
    let failed = catch_unwind(|| seats.lock().unwrap().remove(9)).is_err();
    println!("the clerk failed: {failed}");
    let guard = seats.lock().unwrap_or_else(PoisonError::into_inner);
    println!("the seats are {guard:?}");
}
