use std::sync::Mutex;

static VISITS: Mutex<u32> = Mutex::new(0);

fn main() {
    let mut guard = VISITS.lock().unwrap();
    *guard += 1; //~ guard: RWO
    println!("{guard}"); //~ guard: RWO
    drop(guard); //~ guard: RWO
    println!("unlocked"); //~ guard: ---
} //~ guard: ---
