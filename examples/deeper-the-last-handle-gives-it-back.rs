use std::rc::Rc;

fn main() {
    let name = Rc::new(String::from("Ada"));
    let other = Rc::clone(&name);
    let name = Rc::try_unwrap(name).unwrap_err();
    drop(other);
    let owned: Option<String> = Rc::into_inner(name);
    println!("{owned:?}");
}
