fn main() {
    let mut seats = [String::from("Ada"), String::from("Grace")];
    let (front, back) = seats.split_at_mut(1);
    front[0].push_str(" (host)");
    back[0].push_str(" (guest)");
    println!("{seats:?}");
}
