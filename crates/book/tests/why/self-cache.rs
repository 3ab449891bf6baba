use std::collections::HashMap;
struct Fib { cache: HashMap<u64, u64> }
impl Fib {
    fn get(&mut self, n: u64) -> u64 {
        if n < 2 { return n; }
        *self.cache.entry(n).or_insert_with(|| self.get(n - 1) + self.get(n - 2))
    }
}
fn main() {
    let mut f = Fib { cache: HashMap::new() };
    println!("{}", f.get(10));
}
//= lines 5-6: *self cannot be moved: not movable from here (cannot move out of `*self` which is behind a mutable reference)
//= captures *self by exclusive reference, for line 6 uses it
//= captures n by shared reference, for line 6 uses it
//= line 6: *self cannot be moved: captured by exclusive reference
//= line 6: n cannot be written: captured by shared reference
