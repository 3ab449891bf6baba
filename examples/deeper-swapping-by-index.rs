fn main() {
    let mut seats = [String::from("Ada"), String::from("Grace")];
    seats.swap(0, 1);
    println!("{seats:?}");
}
