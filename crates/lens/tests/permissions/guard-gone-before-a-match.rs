use std::sync::Mutex;
fn main() {
    let mut level = Mutex::new(1);
    let now = *level.lock().unwrap(); //~ level: RWO
    match now { //~ level: RWO, now: R-C
        0 => {
            *level.get_mut().unwrap() = 9; //~ level: RWO, now: R-C
        }
        found => {
            println!("{found}"); //~ level: RWO, now: R-C, found: R-C
        }
    }
    println!("{level:?}"); //~ level: RWO, now: R-C
}
