struct Ticket {
    name: String,
    seat: String,
}

fn main() {
    let (name, seat) = (String::from("Ada"), String::from("4C"));
    let mut ticket = Ticket { name, seat };
    let buyer = ticket.name;
    println!("{buyer} gives up {}", ticket.seat);

    ticket.name = String::from("Grace");
    let whole = ticket;
    println!("{} takes {}", whole.name, whole.seat);
}
