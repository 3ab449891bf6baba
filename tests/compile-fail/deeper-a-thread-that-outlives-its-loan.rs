use std::thread;

fn open() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    thread::spawn(|| println!("{} names", names.len()));
}

fn main() {
    open();
}
