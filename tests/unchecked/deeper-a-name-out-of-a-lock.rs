use std::sync::Mutex;

fn first(names: &Mutex<Vec<String>>) -> *const String {
    &raw const names.lock().unwrap()[0]
}

fn main() {
    let names = Mutex::new(vec![String::from("Ada")]);
    let name = first(&names);
    names.lock().unwrap().clear();
    println!("{}", unsafe { &*name });
}
