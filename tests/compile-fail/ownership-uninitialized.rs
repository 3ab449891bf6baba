fn price(seats: u32) -> u32 {
    let each;
    if seats >= 10 {
        each = 8;
    }
    seats * each
}

fn main() {
    println!("{}", price(12));
}
