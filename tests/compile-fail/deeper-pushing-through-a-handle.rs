use std::rc::Rc;

fn main() {
    let list = Rc::new(vec![3, 4]);
    let printed = Rc::clone(&list);
    let first = &printed[0];
    list.push(5);
    println!("{first} is first in {list:?}");
}
