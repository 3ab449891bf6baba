use std::sync::RwLock;

fn main() {
    let price = RwLock::new(12);
    let guard = price.read().unwrap();
    *guard += 1;
    println!("{guard}");
}
