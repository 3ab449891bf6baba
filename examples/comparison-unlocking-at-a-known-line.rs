use std::sync::Mutex;

fn main() {
    let list = Mutex::new(vec!["bread"]);
    let mut guard = list.lock().unwrap();
    guard.push("milk");
    println!("locked: {}", list.try_lock().is_err());
    drop(guard);
    println!("locked: {}", list.try_lock().is_err());
}
