struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    println!("admit to {}", Ticket("hall").0);
    println!("the film begins");
}
