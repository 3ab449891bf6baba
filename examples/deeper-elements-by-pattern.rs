fn main() {
    let mut seats = [String::from("Ada"), String::from("Grace")];
    let [ada, grace] = &mut seats;
    std::mem::swap(ada, grace);
    for seat in seats.iter_mut() {
        seat.push('!');
    }
    println!("{seats:?}");
}
