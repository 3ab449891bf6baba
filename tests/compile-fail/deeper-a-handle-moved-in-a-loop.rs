use std::{sync::Arc, thread};

fn main() {
    let names = Arc::new(vec!["Ada", "Grace"]);
    for desk in 0..2 {
        let clerk = thread::spawn(move || names[desk].len());
        println!("{}", clerk.join().unwrap());
    }
}
