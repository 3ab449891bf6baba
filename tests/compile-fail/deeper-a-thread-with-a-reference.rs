use std::thread::{JoinHandle, spawn};

fn start(task: impl FnOnce() + Send + 'static) -> JoinHandle<()> {
    spawn(task)
}

fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    let view = &names;
    let clerk = start(move || println!("{} names", view.len()));
    clerk.join().unwrap();
}
