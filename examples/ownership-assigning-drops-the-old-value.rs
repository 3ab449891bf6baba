struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let mut seat = Ticket("balcony");
    println!("upgrading {}", seat.0);
    seat = Ticket("hall");
    println!("upgraded to {}", seat.0);
}
