struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let ticket = Ticket("hall");
    println!("{} is valid", ticket.0);
    std::process::exit(0);
}
