struct Order(Vec<u32>, u32);

impl Order {
    fn add(&mut self, price: u32) {
        self.1 += price;
    }
}

fn main() {
    let mut order = Order(vec![3, 4], 0);
    for price in &order.0 {
        order.add(*price);
    }
    println!("{}", order.1);
}
