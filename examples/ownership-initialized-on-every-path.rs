fn price(seats: u32) -> u32 {
    let each;
    if seats >= 10 {
        each = 8;
        println!("group price");
    } else {
        each = 11;
    }
    seats * each
}

fn main() {
    println!("{}, {}", price(2), price(12));
}
