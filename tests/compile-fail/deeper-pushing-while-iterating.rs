fn main() {
    let mut seats = vec![3, 5];
    for seat in &seats {
        seats.push(seat + 10);
    }
    println!("{seats:?}");
}
