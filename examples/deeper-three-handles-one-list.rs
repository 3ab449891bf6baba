use std::rc::Rc;

fn main() {
    let list = Rc::new(vec!["tea", "cake"]);
    let kitchen = Rc::clone(&list);
    let counter = Rc::clone(&list);
    drop(list);
    drop(kitchen);
    println!("{} in the list", counter.len());
    println!("{} handle", Rc::strong_count(&counter));
}
