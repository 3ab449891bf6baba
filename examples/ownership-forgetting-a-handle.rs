use std::{mem, rc::Rc};

fn main() {
    let list = Rc::new(String::from("bread, milk"));
    drop(Rc::clone(&list));
    println!("dropped: {} handle", Rc::strong_count(&list));
    mem::forget(Rc::clone(&list));
    println!("forgotten: {} handles", Rc::strong_count(&list));
}
