use std::sync::Mutex;
static VISITS: Mutex<u32> = Mutex::new(0);
fn main() {
    let mut visits = VISITS.lock().unwrap(); //? nothing
    *visits += 1; //? visits: W
    let seen = *visits; //? visits: R
    println!("{seen}"); //? seen: R
}
