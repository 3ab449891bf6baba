use std::sync::Mutex;
fn main() {
    let mut queue = Mutex::new(vec![1, 2]);
    if let Some(job) = queue.lock().unwrap().pop() { //~ queue: RWO
        println!("{job}"); //~ queue: R--, job: R-C
    } else {
        queue.get_mut().unwrap().push(0); //~ queue: RWO
    }
    println!("{}", queue.get_mut().unwrap().len()); //~ queue: RWO
} //~ queue: RWO
