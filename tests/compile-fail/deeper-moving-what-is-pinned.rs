use std::marker::PhantomPinned;
use std::pin::{Pin, pin};

struct Note(u8, PhantomPinned);

fn exchange<T: Unpin>(pinned: Pin<&mut T>, new: T) -> T {
    std::mem::replace(pinned.get_mut(), new)
}

fn main() {
    let note = pin!(Note(7, PhantomPinned));
    let old = exchange(note, Note(8, PhantomPinned));
    println!("{}", old.0);
}
