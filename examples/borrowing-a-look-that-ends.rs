struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn look(_ticket: &Ticket) {}

fn main() {
    let ticket = Ticket("hall");
    look(&ticket);
    println!("{} is still good", ticket.0);
}
