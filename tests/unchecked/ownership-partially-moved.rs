struct Ticket {
    name: String,
    seat: String,
}

fn main() {
    let (name, seat) = (String::from("Ada"), String::from("4C"));
    let ticket = Ticket { name, seat };
    let buyer = unsafe { std::ptr::read(&ticket.name) };
    let whole = ticket;
    println!("{buyer} {} {}", whole.name, whole.seat);
}
