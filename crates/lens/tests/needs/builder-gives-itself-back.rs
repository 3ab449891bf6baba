struct Order {
    items: Vec<u32>,
}
impl Order {
    fn with(mut self, item: u32) -> Order {
        self.items.push(item); //? self.items: W, item: R
        self //? self: O
    }
}
fn main() {
    let order = Order { items: Vec::new() }; //? nothing
    let order = order.with(7).with(8); //? order: O
    println!("{}", order.items.len()); //? order.items: R
}
