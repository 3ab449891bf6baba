fn raise(prices: &mut [u32], at: usize) -> u32 {
    let old = prices[at]; //? prices[_]: R, at: R
    prices[at] = old + 1; //? prices[_]: W, at: R, old: R
    prices[0] //? prices[_]: R
}
fn main() {
    let mut prices = [5, 6]; //? nothing
    println!("{}", raise(&mut prices, 1)); //? prices: W
}
