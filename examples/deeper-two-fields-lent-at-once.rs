struct Ticket {
    name: String,
    seat: String,
}

fn swapped(mut ticket: Ticket) -> Ticket {
    std::mem::swap(&mut ticket.name, &mut ticket.seat);
    ticket
}

fn main() {
    let (name, seat) = (String::from("4C"), String::from("Ada"));
    let ticket = swapped(Ticket { name, seat });
    println!("{} sits in {}", ticket.name, ticket.seat);
}
