use std::sync::{Mutex, mpsc};
use std::{thread, time::Duration};

fn main() {
    let (done, when_done) = mpsc::channel();
    thread::spawn(move || {
        let seats = Mutex::new(7);
        let first = seats.lock();
        let second = seats.lock();
        done.send((first.is_ok(), second.is_ok()))
    });
    let answer = when_done.recv_timeout(Duration::from_millis(200));
    println!("both locks taken: {}", answer.is_ok());
}
