struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let ticket = Ticket("hall");
    drop(ticket);
    println!("the film begins");
}
