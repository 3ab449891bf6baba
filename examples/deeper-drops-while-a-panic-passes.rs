use std::panic::catch_unwind;

struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} while panicking: {}", self.0, std::thread::panicking());
    }
}

fn main() {
    let _hall = Ticket("hall");
    let caught = catch_unwind(|| drop((Ticket("balcony"), "4C".parse::<u8>().unwrap())));
    println!("caught: {}", caught.is_err());
}
