use std::sync::Mutex;
fn main() {
    let mut queue = Mutex::new(vec![1, 2]);
    while let Some(job) = queue.lock().unwrap().pop() { //~ queue: RWO
        println!("{job}"); //~ queue: R--, job: R-C
    } //~ queue: R--, job: R-C
    queue.get_mut().unwrap().push(3); //~ queue: RWO
} //~ queue: RWO
