use std::{cell::RefCell, rc::Rc};

struct Song {
    next: RefCell<Option<Rc<Song>>>,
}

fn main() {
    let next = RefCell::new(None);
    let song = Rc::new(Song { next });
    song.next.replace(Some(Rc::clone(&song)));
    let watch = Rc::downgrade(&song);
    println!("handles: {}", watch.strong_count());
    drop(song);
    println!("handles: {}", watch.strong_count());
}
