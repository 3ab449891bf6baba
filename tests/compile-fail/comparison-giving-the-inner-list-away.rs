struct Order {
    items: Vec<String>,
}

impl Order {
    fn items(&self) -> Vec<String> {
        self.items
    }
}

fn main() {
    let order = Order { items: Vec::new() };
    println!("{} items", order.items().len());
}
