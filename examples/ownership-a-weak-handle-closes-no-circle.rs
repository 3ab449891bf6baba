use std::{cell::RefCell, rc::Rc, rc::Weak};

struct Song {
    next: RefCell<Weak<Song>>,
}

fn main() {
    let next = RefCell::new(Weak::new());
    let song = Rc::new(Song { next });
    song.next.replace(Rc::downgrade(&song));
    let watch = Rc::downgrade(&song);
    println!("handles: {}", watch.strong_count());
    drop(song);
    println!("handles: {}", watch.strong_count());
}
