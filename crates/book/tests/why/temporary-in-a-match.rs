struct Tail<'a>(&'a mut Vec<u8>);
impl Drop for Tail<'_> {
    fn drop(&mut self) {}
}
fn main() {
    let mut list = vec![1];
    match Tail(&mut list).0.len() {
        0 => println!("none"),
        _ => println!("some"),
    }
}
//= line 3: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= lines 8-9: list cannot be read, written or moved: lent exclusively on line 7 (mutable borrow occurs here); the temporary `Tail(&mut list)` is dropped on line 11
