use std::rc::Rc;

fn main() {
    let watch = Rc::downgrade(&Rc::new(7));
    println!("{:?}", watch.upgrade());
}
