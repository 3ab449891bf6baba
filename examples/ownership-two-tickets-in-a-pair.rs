struct Ticket(&'static str);

impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn main() {
    let front = Ticket("front");
    let back = Ticket("back");
    let _pair = (back, front);
    let _late = Ticket("late");
}
