struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let _kept = Ticket("kept");
    let _ = Ticket("ignored");
    println!("{} and {}", Ticket("first").0, Ticket("second").0);
    println!("the film begins");
}
