fn total(prices: &[u32], tax: u32) -> u32 {
    prices.iter().sum::<u32>() + tax //? *prices: R, tax: R
}
fn receipt(sum: u32, name: String) -> String {
    format!("{name}: {sum}") //? name: R, sum: R
}
fn main() {
    let prices = vec![3, 4]; //? nothing
    let tax = 1; //? nothing
    let name = String::from("ada"); //? nothing
    println!("{}", receipt(total(&prices, tax), name)); //? prices: R, tax: R, name: O
    println!("{prices:?}"); //? prices: R
}
