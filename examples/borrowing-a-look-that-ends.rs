struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn look(ticket: &Ticket) {
    println!("{} is looked at", ticket.0);
}

fn main() {
    let ticket = Ticket("hall");
    look(&ticket);
    println!("{} is still good", ticket.0);
}
