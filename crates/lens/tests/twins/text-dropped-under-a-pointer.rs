//! before line 8, bytes leads to the block of `note`
//! before line 9, bytes leads to the block of `note`
//! before line 10, bytes leads to the freed block of `note`
//! before line 11, bytes leads to the freed block of `note`
fn main() {
    let note = String::from("tea");
    let bytes = note.as_ptr();
    println!("{}", unsafe { *bytes });
    drop(note);
    println!("gone");
    let _seen = unsafe { *bytes };
}
