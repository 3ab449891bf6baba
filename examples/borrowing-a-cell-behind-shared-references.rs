use std::cell::Cell;

fn play(plays: &Cell<u32>) {
    plays.set(plays.get() + 1);
}

fn main() {
    let plays = Cell::new(0);
    let living_room = &plays;
    let kitchen = &plays;

    play(living_room);
    play(kitchen);
    println!("{}", living_room.get());
}
