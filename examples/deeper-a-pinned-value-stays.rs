use std::marker::PhantomPinned;

struct Note(u8, PhantomPinned);

fn main() {
    let note = Box::pin(Note(7, PhantomPinned));
    let before = &raw const note.0;
    let desk = Vec::from([note]);
    println!("{}", before == &raw const desk[0].0);
    println!("{}", desk[0].0);
}
