fn main() {
    let mut seats = vec![3, 5];
    for index in 0..seats.len() {
        let seat = seats[index];
        seats.push(seat + 10);
    }
    println!("{seats:?}");
}
