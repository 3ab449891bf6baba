fn main() {
    let mut seats = [String::from("Ada"), String::from("Grace")];
    let ada = &mut seats[0];
    let grace = &mut seats[1];
    std::mem::swap(ada, grace);
    println!("{seats:?}");
}
