fn main() {
    let each = 12;
    fn total(seats: u32) -> u32 {
        seats * each
    }
    println!("{} at {each}", total(3));
}
