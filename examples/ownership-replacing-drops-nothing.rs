struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let mut seat = Ticket("balcony");
    let old = std::mem::replace(&mut seat, Ticket("hall"));
    println!("from {} to {}", old.0, seat.0);
}
