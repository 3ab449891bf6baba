use std::sync::Mutex;
fn main() {
    let mut count = Mutex::new(1);
    if let Ok(mut guard) = count.try_lock() { //~ count: RWO
        *guard += 1; //~ count: R--, guard: RWO
        drop(guard); //~ count: R--, guard: RWO
        println!("unlocked"); //~ count: R--, guard: ---
    } else {
        *count.get_mut().unwrap() = 0; //~ count: RWO
    }
    println!("{:?}", count.get_mut()); //~ count: RWO
} //~ count: RWO
