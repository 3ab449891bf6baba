use std::sync::RwLock;
fn main() {
    let table = RwLock::new(vec![1]);
    match table.read().unwrap().first().copied() {
        Some(n) => {
            println!("{n} {}", table.try_write().is_ok());
        }
        None => println!("none"),
    }
    println!("{}", table.try_write().is_ok());
}
//= lines 6-8: table cannot be moved: lent shared on line 4 (borrow of `table` occurs here); the guard of `table.read()` is dropped on line 9
