fn main() {
    let ticket = String::from("A-17");
    if ticket.is_empty() { //~ ticket: R-O
        drop(ticket); //~ ticket: R-O
        return; //~ ticket: ---
    }
    println!("{ticket}"); //~ ticket: R-O
} //~ ticket: R-O
