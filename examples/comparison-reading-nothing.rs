use std::collections::HashMap;

struct Ticket {
    cents: u32,
}

fn main() {
    let mut sold = HashMap::new();
    sold.insert(3, Ticket { cents: 1200 });
    sold.insert(5, Ticket { cents: 900 });
    match sold.get(&7) {
        Some(ticket) => println!("{} cents", ticket.cents),
        None => println!("no ticket for seat 7"),
    }
}
