struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let booked = Ticket("hall");
    let printed = booked;
    println!("{} has moved", printed.0);
}
