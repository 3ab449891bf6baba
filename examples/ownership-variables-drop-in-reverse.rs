struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let _hall = Ticket("hall");
    let _balcony = Ticket("balcony");
    println!("the film ends");
}
