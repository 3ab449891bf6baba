fn archive(ticket: String) {
    println!("archived {ticket}");
}

fn main() {
    let ticket = String::from("row 7");
    let seat = &raw const ticket;
    archive(ticket);
    println!("sold {}", unsafe { &*seat });
}
