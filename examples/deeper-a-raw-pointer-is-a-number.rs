fn main() {
    let mut price = 12;
    let first = &raw mut price;
    let second = first;
    println!("{}", first == second);
    unsafe {
        *first += 1;
        *second += 1;
    }
    println!("{price}");
}
