use std::rc::Rc;

fn main() {
    let list = Rc::new(vec![String::from("bread")]);
    let copy = Rc::clone(&list);

    println!("list shared: {}", list.as_ptr() == copy.as_ptr());
    println!("handles: {}", Rc::strong_count(&copy));
}
