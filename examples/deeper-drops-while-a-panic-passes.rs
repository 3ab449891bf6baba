use std::panic::catch_unwind;

struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let _hall = Ticket("hall");
    let caught = catch_unwind(|| drop((Ticket("balcony"), "4C".parse::<u8>().unwrap())));
    println!("caught: {}", caught.is_err());
}
