struct Order {
    items: Vec<String>,
}

impl Order {
    fn items(&self) -> &[String] {
        &self.items
    }
}

fn main() {
    let order = Order {
        items: vec![String::from("tea")],
    };
    println!("{} item", order.items().len());
}
