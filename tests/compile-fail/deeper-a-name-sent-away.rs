use std::sync::mpsc;

fn main() {
    let (tell, hear) = mpsc::channel();
    let name = String::from("Ada");
    tell.send(name).unwrap();
    println!("{} arrived", hear.recv().unwrap());
    println!("{name} was sent");
}
