use std::rc::Rc;

fn main() {
    let name = Rc::new(String::from("Ada"));
    let other = Rc::clone(&name);
    let owned = *name;
    println!("{owned}, {other}");
}
