struct Order(&'static str);

impl Drop for Order {
    fn drop(&mut self) {
        println!("{} is settled", self.0);
    }
}

fn main() {
    for order in [Order("tea"), Order("soup")] {
        if order.0 == "soup" {
            std::mem::forget(order);
        }
    }
}
