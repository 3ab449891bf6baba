use std::rc::Rc;

fn main() {
    let playlist = Rc::new(String::from("road trip"));
    let bookmark = Rc::downgrade(&playlist);
    println!("{:?}", bookmark.upgrade());
    drop(playlist);
    println!("{:?}", bookmark.upgrade());
}
