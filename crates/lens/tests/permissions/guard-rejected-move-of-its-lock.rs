// rustc rejects it: E0505
use std::sync::Mutex;
fn main() {
    let hits = Mutex::new(1);
    let guard = hits.lock().unwrap(); //~ hits: R-O
    println!("{guard}"); //~ hits: R--, guard: R-O
    drop(hits); //~ hits: R--, guard: R-O
    println!("gone"); //~ hits: ---, guard: R-O
}
