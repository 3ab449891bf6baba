fn main() {
    let prices = vec![3, 4]; //? nothing
    let mut sum = 0; //? nothing
    for price in &prices { //? prices: R
        sum += *price; //? sum: W, *price: R
    }
    println!("{sum} {prices:?}"); //? sum: R, prices: R
}
