struct Item { value: i32 }
struct Stock { list: Vec<Item> }
impl Stock {
    fn get_or_push(&mut self, ni: Item) -> &mut Item {
        for i in self.list.iter_mut() {
            if i.value == ni.value {
                return i;
            }
        }
        self.list.push(ni);
        self.list.last_mut().unwrap()
    }
}
fn main() {
    let mut s = Stock { list: Vec::new() };
    s.get_or_push(Item { value: 1 }).value += 1;
    println!("{}", s.list[0].value);
}
//= line 5: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= lines 6-7, 9-11: self and *self cannot be read, written or moved: lent exclusively on line 5 (mutable borrow occurs here); returned on line 7: it must stay good for as long as the caller's `&mut self`
//= lines 6, 9: ni cannot be moved: needed in the next iteration; a move here would leave nothing for it
//= lines 6-7, 9: *i cannot be moved: not movable from here (cannot move out of `*i` which is behind a mutable reference)
//= line 11: ni and ni.value cannot be read, written or moved: moved on line 10 (value moved here)
