fn main() {
    let mut seat = Some(7);
    let sold_out = true;
    if sold_out {
        seat = None;
    }
    match seat {
        Some(row) => println!("row {row}"),
        None => println!("no seat"),
    }
}
