use std::rc::Rc;
fn main() {
    let title = Rc::new(String::from("map")); //? nothing
    let other = Rc::clone(&title); //? title: R
    println!("{}", other.len()); //? other: R
    let text = title.trim(); //? title: R
    println!("{text}"); //? text: R
}
