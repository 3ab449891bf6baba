struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let mut seat = Ticket("hall");
    for place in ["balcony", "box"] {
        seat = Ticket(place);
    }
    println!("{} is kept", seat.0);
}
