struct Ticket(&'static str);
impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let seat = Ticket("hall");
    {
        let inside = seat;
        println!("{} inside", inside.0);
    }
    println!("outside");
}
