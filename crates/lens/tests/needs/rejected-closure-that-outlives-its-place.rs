// rustc rejects it: E0373
use std::thread;
fn main() {
    let name = String::from("ada"); //? nothing
    let worker = thread::spawn(|| println!("{name}")); //? name: R
    worker.join().unwrap(); //? worker: O
}
