struct Order(Vec<u32>, u32);

impl Order {
    fn add(&mut self, price: u32) {
        self.1 += price;
    }
}

fn main() {
    let mut order = Order(vec![3, 4], 0);
    let prices = std::mem::take(&mut order.0);
    prices.iter().for_each(|price| order.add(*price));
    order.0 = prices;
    println!("{:?} {}", order.0, order.1);
}
