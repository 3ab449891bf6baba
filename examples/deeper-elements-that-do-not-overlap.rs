fn main() {
    let mut seats = [String::from("Ada"), String::from("Grace")];
    if let Ok([ada, grace]) = seats.get_disjoint_mut([0, 1]) {
        std::mem::swap(ada, grace);
    }
    println!("{seats:?}");
    println!("{}", seats.get_disjoint_mut([1, 1]).is_err());
}
