use std::sync::Mutex;

fn main() {
    let names = Mutex::new(vec![String::from("Ada")]);
    let guard = names.lock().unwrap();
    let first = &guard[0];
    drop(guard);
    names.lock().unwrap().clear();
    println!("{first} is served");
}
