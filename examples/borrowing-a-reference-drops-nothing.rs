struct Ticket(u32);
impl Drop for Ticket {
    fn drop(&mut self) {
        println!("ticket {} torn up", self.0);
    }
}

fn main() {
    let ticket = Ticket(7);
    {
        let seen = &ticket;
        println!("ticket {} looked at", seen.0);
    }
    println!("ticket {} still valid", ticket.0);
}
