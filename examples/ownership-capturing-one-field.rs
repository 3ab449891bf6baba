struct Ticket {
    name: String,
    seat: String,
}

fn main() {
    let (name, seat) = (String::from("Ada"), String::from("4C"));
    let ticket = Ticket { name, seat };
    let greet = move || println!("welcome, {}", ticket.name);
    let seat = ticket.seat;
    greet();
    println!("{seat} is this way");
}
