use std::thread;

fn announce(name: &str) {
    thread::spawn(move || println!("{name} is served"));
}

fn main() {
    announce("Ada");
}
