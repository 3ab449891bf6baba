struct Ticket {
    name: String,
    seat: u32,
}
fn main() {
    let name = String::from("ada"); //? nothing
    let seat = 4; //? nothing
    let ticket = Ticket { name, seat }; //? name: O, seat: R
    println!("{} {}", ticket.name, ticket.seat + seat); //? ticket.name: R, ticket.seat: R, seat: R
}
