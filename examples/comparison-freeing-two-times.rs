struct Order(u32);

fn close_order(slot: &mut Option<Order>) {
    match slot.take() {
        Some(Order(table)) => println!("table {table} closed"),
        None => println!("no such order"),
    }
}

fn main() {
    let mut lunch = Some(Order(4));
    close_order(&mut lunch);
    close_order(&mut lunch);
}
