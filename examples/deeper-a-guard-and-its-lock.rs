use std::sync::Mutex;

fn main() {
    let seats = Mutex::new(vec![3, 5]);
    let mut guard = seats.lock().unwrap();
    guard.push(7);
    println!("free: {}", seats.try_lock().is_ok());
    drop(guard);
    println!("free: {}", seats.try_lock().is_ok());
}
