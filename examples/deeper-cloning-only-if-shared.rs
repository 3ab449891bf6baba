use std::rc::Rc;

fn main() {
    let mut mine = Rc::new(vec![3, 4]);
    Rc::make_mut(&mut mine).push(5);
    let yours = Rc::clone(&mine);
    Rc::make_mut(&mut mine).push(6);
    println!("{mine:?} {yours:?}");
}
