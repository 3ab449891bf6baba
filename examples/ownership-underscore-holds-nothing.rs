struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let _ = Ticket("hall");
    let _kept = Ticket("balcony");
    println!("the film begins");
}
