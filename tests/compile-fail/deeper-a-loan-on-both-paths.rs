use std::collections::BTreeMap;

fn guest(seats: &mut BTreeMap<u32, String>) -> &mut String {
    if let Some(name) = seats.get_mut(&7) {
        return name;
    }
    seats.entry(7).or_default()
}

fn main() {
    guest(&mut BTreeMap::new()).push_str("Ada");
}
