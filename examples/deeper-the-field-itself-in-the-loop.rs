struct Order(Vec<u32>, u32);

fn main() {
    let mut order = Order(vec![3, 4], 0);
    for price in &order.0 {
        order.1 += price;
    }
    println!("{}", order.1);
}
