use std::thread;
fn main() {
    let rows = vec![1, 2]; //? nothing
    let worker = thread::spawn(move || rows.len()); //? rows: O
    let count = worker.join().unwrap(); //? worker: O
    println!("{count}"); //? count: R
}
