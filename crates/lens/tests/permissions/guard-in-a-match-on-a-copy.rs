use std::sync::Mutex;
fn main() {
    let mut level = Mutex::new(1);
    match *level.lock().unwrap() { //~ level: RWO
        0 => {
            println!("empty"); //~ level: R--
        }
        found => {
            println!("{found}"); //~ level: R--, found: R-C
        }
    }
    *level.get_mut().unwrap() += 1; //~ level: RWO
} //~ level: RWO
