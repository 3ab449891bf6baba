fn price(seats: u32) -> u32 {
    let each = if seats >= 10 { 8 } else { 12 };
    each * seats
}

fn main() {
    println!("{} {}", price(2), price(12));
}
