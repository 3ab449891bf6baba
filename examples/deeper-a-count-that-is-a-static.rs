use std::sync::atomic::{AtomicU32, Ordering};

static SOLD: AtomicU32 = AtomicU32::new(0);

fn main() {
    SOLD.fetch_add(1, Ordering::Relaxed);
    println!("{}", SOLD.load(Ordering::Relaxed));
}
