use std::sync::Mutex;

fn main() {
    let names = Mutex::new(vec![String::from("Ada")]);
    let first = names.lock().unwrap().pop();
    println!("{first:?} is served");
    println!("{:?}", names.lock().unwrap());
}
