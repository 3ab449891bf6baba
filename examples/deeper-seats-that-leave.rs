fn main() {
    let mut seats = vec![3, 15, 7, 12];
    let mut sold = Vec::new();
    seats.retain(|&seat| {
        if seat > 10 {
            sold.push(seat);
        }
        seat <= 10
    });
    println!("{seats:?} {sold:?}");
}
