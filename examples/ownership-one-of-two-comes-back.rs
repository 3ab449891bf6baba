struct Ticket(&'static str);
impl Drop for Ticket {
    fn drop(&mut self) {
        println!("{} is torn up", self.0);
    }
}

fn earlier(one: Ticket, _other: Ticket) -> Ticket {
    one
}

fn main() {
    let kept = earlier(Ticket("six"), Ticket("nine"));
    println!("{} is kept", kept.0);
}
