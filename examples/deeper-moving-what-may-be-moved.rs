use std::mem;
use std::pin::Pin;

fn exchange<T: Unpin>(pinned: Pin<&mut T>, new: T) -> T {
    mem::replace(pinned.get_mut(), new)
}

fn main() {
    let mut note = String::from("tea");
    let old = exchange(Pin::new(&mut note), String::from("cake"));
    println!("{old}, then {note}");
}
