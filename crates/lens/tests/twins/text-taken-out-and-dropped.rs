//! before line 8, bytes leads to the block of `draft`
//! before line 9, bytes leads to the block of `old`
//! before line 10, bytes leads to the block of `old`
//! before line 11, bytes leads to the freed block of `old`
fn main() {
    let mut draft = String::from("v1");
    let bytes = draft.as_ptr();
    let old = std::mem::take(&mut draft);
    println!("{draft:?} {}", unsafe { *bytes });
    drop(old);
    println!("{}", draft.len());
}
