use std::sync::mpsc;
use std::thread;

fn main() {
    let (tell, hear) = mpsc::channel();
    thread::spawn(move || {
        let name = String::from("Ada");
        tell.send(name).unwrap();
    });
    println!("{}", hear.recv().unwrap());
}
