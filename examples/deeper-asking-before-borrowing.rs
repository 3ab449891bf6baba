fn even(seats: &mut Vec<u32>) -> &mut u32 {
    let found = seats.iter().position(|seat| seat % 2 == 0);
    let index = found.unwrap_or_else(|| {
        seats.push(8);
        seats.len() - 1
    });
    &mut seats[index]
}

fn main() {
    let mut seats = vec![3, 5];
    *even(&mut seats) += 2;
    println!("{seats:?}");
}
