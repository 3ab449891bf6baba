use std::sync::Mutex;

fn main() {
    let names = Mutex::new(vec![String::from("Ada")]);
    let guard = names.lock().unwrap();
    let first = &guard[0];
    println!("{first} is served");
    drop(guard);
    names.lock().unwrap().clear();
    println!("{:?}", names.lock().unwrap());
}
