use std::sync::Mutex;

fn first(names: &Mutex<Vec<String>>) -> &String {
    &names.lock().unwrap()[0]
}

fn main() {
    let names = Mutex::new(vec![String::from("Ada")]);
    let name = first(&names);
    names.lock().unwrap().clear();
    println!("{name}");
}
