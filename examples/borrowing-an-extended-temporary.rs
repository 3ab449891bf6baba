struct Ticket(u32);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("ticket {} torn up", self.0);
    }
}

fn main() {
    let kept = &Ticket(7);
    println!("ticket {} looked at", Ticket(9).0);
    println!("ticket {} still valid", kept.0);
}
