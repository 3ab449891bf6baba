fn refill(stock: &mut u32) {
    *stock += 10; //? *stock: W
}
fn main() {
    let mut stock = 1; //? nothing
    let shelf = &mut stock; //? stock: W
    refill(shelf); //? *shelf: W
    refill(shelf); //? *shelf: W
    println!("{stock}"); //? stock: R
}
