use std::thread;

fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    let clerk = thread::spawn(move || names.join(" and "));
    println!("{}", clerk.join().unwrap());
}
