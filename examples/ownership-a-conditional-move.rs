struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let ticket = Ticket("hall");
    if ticket.0.len() < 5 {
        drop(ticket);
    }
    println!("the film ends");
}
