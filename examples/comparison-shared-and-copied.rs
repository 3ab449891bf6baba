use std::rc::Rc;

fn main() {
    let list = Rc::new(vec![String::from("tea")]);
    let shared = Rc::clone(&list);
    let copied = Vec::clone(&list);
    drop(list);
    println!("{shared:?} {copied:?}");
}
