use std::sync::Barrier;
use std::sync::atomic::{AtomicI32, Ordering::SeqCst};

fn main() {
    let (left, both_looked) = (AtomicI32::new(1), Barrier::new(2));
    let sell = || {
        let free = left.load(SeqCst) > 0;
        both_looked.wait();
        if free {
            left.fetch_sub(1, SeqCst);
        }
    };
    std::thread::scope(|day| [day.spawn(sell), day.spawn(sell)].len());
    println!("{} seats left", left.into_inner());
}
