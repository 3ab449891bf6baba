fn price(seats: u32) -> u32 {
    let each;
    let group = seats >= 10;
    if group {
        each = 8;
    }
    if group { each * seats } else { 12 * seats }
}

fn main() {
    println!("{}", price(12));
}
