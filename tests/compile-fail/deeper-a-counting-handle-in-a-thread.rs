use std::rc::Rc;

fn start(task: impl FnOnce() + Send + 'static) {
    std::thread::spawn(task);
}

fn main() {
    let names = Rc::new(vec!["Ada", "Grace"]);
    let theirs = Rc::clone(&names);
    start(move || println!("{theirs:?}"));
    println!("{names:?}");
}
