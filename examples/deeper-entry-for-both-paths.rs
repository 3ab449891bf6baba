use std::collections::BTreeMap;

fn guest(seats: &mut BTreeMap<u32, String>) -> &mut String {
    seats.entry(7).or_default()
}

fn main() {
    let mut seats = BTreeMap::new();
    guest(&mut seats).push_str("Ada");
    guest(&mut seats).push_str(" L.");
    println!("{seats:?}");
}
