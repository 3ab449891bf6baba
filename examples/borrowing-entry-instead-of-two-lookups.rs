use std::collections::HashMap;

fn guest(seats: &mut HashMap<u32, String>, seat: u32) -> &String {
    seats.entry(seat).or_insert_with(|| String::from("free"))
}

fn main() {
    let mut seats = HashMap::from([(12, String::from("Ada"))]);
    println!("{}", guest(&mut seats, 7));
    println!("{}", guest(&mut seats, 12));
}
