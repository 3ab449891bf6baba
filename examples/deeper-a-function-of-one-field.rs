struct Order(Vec<u32>, u32);

fn add(total: &mut u32, price: u32) {
    *total += price;
}

fn main() {
    let mut order = Order(vec![3, 4], 0);
    for price in &order.0 {
        add(&mut order.1, *price);
    }
    println!("{}", order.1);
}
