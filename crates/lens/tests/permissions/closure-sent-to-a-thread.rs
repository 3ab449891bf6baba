use std::thread;

fn main() {
    let rows = vec![1, 2, 3];
    let worker = thread::spawn(move || rows.len()); //~ rows: R-O
    println!("waiting"); //~ rows: ---, worker: R-O
    let count = worker.join().unwrap(); //~ rows: ---, worker: R-O
    println!("{count}"); //~ rows: ---, worker: ---, count: R-C
} //~ count: R-C
