fn archive(ticket: String) {
    println!("archived {ticket}");
}

fn main() {
    let ticket = String::from("row 7");
    let seat = &ticket;
    archive(ticket);
    println!("sold {seat}");
}
