use std::sync::Mutex;

fn main() {
    let list = Mutex::new(vec!["bread"]);
    list.lock().unwrap().push("milk");
    println!("locked: {}", list.try_lock().is_err());
}
