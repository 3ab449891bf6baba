struct Menu { dishes: Vec<String> }
struct MenuBuilder { dishes: Vec<String> }
impl MenuBuilder {
    fn add(&mut self, dish: &str) -> &mut Self { self.dishes.push(dish.to_string()); self }
    fn build(&self) -> Menu { Menu { dishes: self.dishes } }
}
fn main() {
    let mut b = MenuBuilder { dishes: Vec::new() };
    b.add("soup").add("bread");
    let m = b.build();
    println!("{}", m.dishes.len());
}
//= line 4: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= line 4: *dish cannot be written: behind a shared reference (`dish` is a `&` reference, so it cannot be borrowed as mutable)
//= line 4: *dish cannot be moved: not movable from here (the size for values of type `str` cannot be known at compilation time)
//= line 5: *self cannot be written or moved: behind a shared reference (`self` is a `&` reference, so it cannot be borrowed as mutable)
