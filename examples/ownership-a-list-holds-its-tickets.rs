struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let mut orders = vec![Ticket("hall")];
    orders.push(Ticket("balcony"));
    println!("{} tickets", orders.len());
}
