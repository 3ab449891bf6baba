use std::thread;

fn main() {
    let mut sold = vec![3, 5];
    let seats = [1, 2, 3, 4];
    thread::scope(|day| {
        day.spawn(|| sold.push(seats[0]));
        day.spawn(|| println!("{} seats", seats.len()));
    });
    println!("{sold:?}");
}
