use std::cell::Cell;

fn main() {
    let visits = Cell::new(0);
    let front = &visits;
    let back = &visits;
    front.set(front.get() + 1);
    back.set(back.get() + 1);
    println!("{}", front.get());
}
