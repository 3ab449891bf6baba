struct Order {
    items: Vec<String>,
    total: u32,
}

fn main() {
    let items = vec![String::from("tea"), String::from("jam")];
    let mut order = Order { items, total: 0 };
    for item in &order.items {
        order.total += if item == "tea" { 4 } else { 3 };
    }
    println!("{}", order.total);
}
