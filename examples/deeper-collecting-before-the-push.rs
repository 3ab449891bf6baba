fn main() {
    let mut seats = vec![3, 5];
    let more: Vec<_> = seats.iter().map(|seat| seat + 10).collect();
    seats.extend(more);
    println!("{seats:?}");
}
