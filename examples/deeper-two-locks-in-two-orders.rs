use std::sync::{Barrier, Mutex};

fn main() {
    let (hall, balcony, both) = (Mutex::new(1), Mutex::new(2), Barrier::new(2));
    let sell = |first: &Mutex<i32>, second: &Mutex<i32>| {
        let _one = first.lock();
        both.wait();
        println!("would wait: {}", second.try_lock().is_err());
        both.wait();
    };
    std::thread::scope(|day| {
        day.spawn(|| sell(&hall, &balcony));
        day.spawn(|| sell(&balcony, &hall));
    });
}
