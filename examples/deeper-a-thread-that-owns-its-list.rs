use std::thread;

fn main() {
    let mut names = vec![String::from("Ada")];
    let clerk = thread::spawn(move || {
        names.push(String::from("Grace"));
        names
    });
    println!("{:?}", clerk.join().unwrap());
}
