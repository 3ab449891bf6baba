use std::rc::Rc;

fn main() {
    let playlist = Rc::new(vec!["Low", "Horses"]);
    println!("handles: {}", Rc::strong_count(&playlist));
    let shown = Rc::clone(&playlist);
    println!("handles: {}", Rc::strong_count(&playlist));
    drop(playlist);
    println!("handles: {}, {}", Rc::strong_count(&shown), shown[0]);
}
