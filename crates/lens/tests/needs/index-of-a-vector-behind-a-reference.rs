fn raise(prices: &mut Vec<u32>, at: usize) -> u32 {
    prices[at] += 1; //? *prices: W, at: R
    prices[at] //? *prices: R, at: R
}
fn main() {
    let mut prices = vec![5]; //? nothing
    let raised = raise(&mut prices, 0); //? prices: W
    println!("{raised}"); //? raised: R
}
