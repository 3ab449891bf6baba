use std::sync::Mutex;
fn main() {
    let mut hits = Mutex::new(1);
    *hits.lock().unwrap() += 1; //~ hits: RWO
    let seen = *hits.lock().unwrap(); //~ hits: RWO
    *hits.get_mut().unwrap() += seen; //~ hits: RWO, seen: R-C
    println!("{hits:?}"); //~ hits: RWO, seen: R-C
} //~ hits: RWO, seen: R-C
