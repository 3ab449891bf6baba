struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let mut pile = vec![Ticket("one"), Ticket("two"), Ticket("three")];
    pile.pop();
    let kept = pile.remove(0);
    println!("{} kept, {} left", kept.0, pile.len());
}
