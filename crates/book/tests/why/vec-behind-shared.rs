struct Reader<'a> { v: &'a Vec<u8> }
impl<'a> Reader<'a> {
    fn foo(&mut self) {
        for n in self.v.iter() {
            self.bar();
            println!("{n}");
        }
    }
    fn bar(&mut self) {}
}
fn main() {
    let v = vec![1, 2];
    let mut r = Reader { v: &v };
    r.foo();
}
//= lines 4-8: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= lines 5-7: self cannot be moved: needed in the next iteration; a move here would leave nothing for it
//= lines 5-7: *n cannot be written: behind a shared reference (`n` is a `&` reference, so it cannot be borrowed as mutable)
//= line 9: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= line 14: v cannot be moved: lent shared to r on line 13, used on line 14 (borrow of `v` occurs here)
