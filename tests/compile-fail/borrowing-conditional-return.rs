use std::collections::HashMap;

fn guest(seats: &mut HashMap<u32, String>, seat: u32) -> &String {
    if let Some(name) = seats.get(&seat) {
        return name;
    }
    seats.insert(seat, String::from("free"));
    &seats[&seat]
}

fn main() {
    let mut seats = HashMap::new();
    println!("{}", guest(&mut seats, 7));
}
