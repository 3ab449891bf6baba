struct Ticket {
    seat: u8,
}

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("seat {} is free again", self.seat);
    }
}

fn main() {
    let ticket = Ticket { seat: 12 };
    println!("seat {} is taken", ticket.seat);
    println!("the film ends");
}
