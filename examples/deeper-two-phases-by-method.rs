fn main() {
    let mut seats = vec![3, 5];
    seats.push(seats.len());
    let count = seats.len();
    Vec::push(&mut seats, count);
    println!("{seats:?}");
}
