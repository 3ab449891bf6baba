// rustc rejects it: E0382
struct Ticket {
    seat: u8,
}

impl Ticket {
    fn tear(self) -> u8 {
        drop(self); //~ self: R-O, self.seat: R-C
        println!("{}", self.seat); //~ self: ---, self.seat: ---
        self.seat //~ self: ---, self.seat: ---
    }
}

fn main() {
    let ticket = Ticket { seat: 7 };
    let seat = ticket.tear(); //~ ticket: R-O, ticket.seat: R-C
    println!("{}", ticket.seat); //~ ticket: ---, ticket.seat: ---, seat: R-C
    println!("{}", ticket.tear()); //~ ticket: ---, ticket.seat: ---, seat: R-C
    println!("{seat}"); //~ ticket: ---, ticket.seat: ---, seat: R-C
} //~ ticket: ---, ticket.seat: ---, seat: R-C
