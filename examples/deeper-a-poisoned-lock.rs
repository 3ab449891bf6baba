use std::sync::Mutex;
use std::thread;

fn main() {
    let seats = Mutex::new(vec![3, 5]);
    let sell = || seats.lock().unwrap().remove(9);
    let failed = thread::scope(|day| day.spawn(sell).join().is_err());
    println!("the clerk failed: {failed}");
    let seats = seats.lock().unwrap_or_else(|poison| poison.into_inner());
    println!("the seats are {seats:?}");
}
