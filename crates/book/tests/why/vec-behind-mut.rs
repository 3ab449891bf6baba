struct Reader<'a> { v: &'a mut Vec<u8> }
impl<'a> Reader<'a> {
    fn foo(&mut self) {
        for _ in self.v.iter() {
            self.bar();
        }
    }
    fn bar(&mut self) {}
}
fn main() {
    let mut v = vec![1, 2];
    let mut r = Reader { v: &mut v };
    r.foo();
}
//= lines 4, 7: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= lines 5-6: self cannot be moved: lent shared on line 4 (borrow of `*self.v` occurs here)
//= lines 5-6: *self cannot be written or moved: lent shared on line 4 (immutable borrow occurs here); the next turn of the loop uses it on line 4
//= line 8: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= line 13: v cannot be read, written or moved: lent exclusively to r on line 12, used on line 13 (mutable borrow occurs here)
