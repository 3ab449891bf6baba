fn main() {
    let mut seats = vec![3, 5];
    Vec::push(&mut seats, seats.len());
    println!("{seats:?}");
}
