use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let sold = Arc::new(Mutex::new(0));
    let theirs = Arc::clone(&sold);
    let clerk = thread::spawn(move || *theirs.lock().unwrap() += 1);
    *sold.lock().unwrap() += 1;
    clerk.join().unwrap();
    println!("{} sold", sold.lock().unwrap());
}
