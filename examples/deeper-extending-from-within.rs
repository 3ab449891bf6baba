fn main() {
    let mut seats = vec![3, 5];
    seats.extend_from_within(..);
    for seat in &mut seats[2..] {
        *seat += 10;
    }
    println!("{seats:?}");
}
