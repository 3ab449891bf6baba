use std::collections::BTreeMap;

fn main() {
    let mut sold = BTreeMap::new();
    for seat in ["hall", "balcony", "hall"] {
        *sold.entry(seat).or_insert(0) += 1;
    }
    println!("{sold:?}");
}
