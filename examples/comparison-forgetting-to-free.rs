use std::{cell::OnceCell, rc::Rc};

#[derive(Default)]
struct Room {
    next: OnceCell<Rc<Room>>,
}

fn main() {
    let (hall, kitchen) = (Rc::new(Room::default()), Rc::new(Room::default()));
    hall.next.get_or_init(|| Rc::clone(&kitchen));
    kitchen.next.get_or_init(|| Rc::clone(&hall));
    let watch = Rc::downgrade(&hall);
    drop((hall, kitchen));
    println!("handles that keep the hall: {}", watch.strong_count());
}
