fn main() {
    fn total(seats: u32, each: u32) -> u32 {
        seats * each
    }
    let each = 12;
    println!("{} at {each}", total(3, each));
}
