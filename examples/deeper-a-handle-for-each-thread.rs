use std::{sync::Arc, thread};

fn main() {
    let names = Arc::new(vec!["Ada", "Grace"]);
    let theirs = Arc::clone(&names);
    let clerk = thread::spawn(move || theirs.len());
    println!("{} of {names:?}", clerk.join().unwrap());
}
