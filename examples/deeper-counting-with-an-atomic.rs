use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() {
    let sold = AtomicU32::new(0);
    thread::scope(|day| {
        for _clerk in 0..2 {
            day.spawn(|| sold.fetch_add(1, Ordering::Relaxed));
        }
    });
    println!("{}", sold.into_inner());
}
