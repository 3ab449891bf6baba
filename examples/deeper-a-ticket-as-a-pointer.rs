struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let hall = Box::into_raw(Box::new(Ticket("hall")));
    let _balcony = Ticket("balcony");
    // SAFETY: `hall` came from a box, and becomes one again once.
    let _hall = unsafe { Box::from_raw(hall) };
}
