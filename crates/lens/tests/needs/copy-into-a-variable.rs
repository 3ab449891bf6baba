fn main() {
    let price = 5; //? nothing
    let shown = price; //? price: R
    let total = price + shown; //? price: R, shown: R
    println!("{total}"); //? total: R
}
