use std::thread;

fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    thread::scope(|day| {
        day.spawn(|| println!("{} names", names.len()));
    });
    println!("{names:?}");
}
