use std::mem;

fn main() {
    let mut status = String::from("waiting");
    let before = mem::replace(&mut status, String::from("boarding"));
    println!("{before}, then {status}");
}
