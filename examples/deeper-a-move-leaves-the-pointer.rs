struct Note {
    text: [u8; 3],
    first: *const u8,
}

fn main() {
    let mut note = Note {
        text: *b"tea",
        first: std::ptr::null(),
    };
    note.first = &raw const note.text[0];
    println!("{}", note.first == &raw const note.text[0]);
    let boxed = Box::new(note);
    println!("{}", boxed.first == &raw const boxed.text[0]);
}
