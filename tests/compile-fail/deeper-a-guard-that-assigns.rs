fn main() {
    let mut seat = Some(7);
    match seat {
        None => println!("no seat"),
        Some(_)
            if {
                seat = None;
                false
            } => {}
        Some(row) => println!("row {row}"),
    }
}
