use std::sync::RwLock;
fn main() {
    let mut prices = RwLock::new(vec![3]);
    let first = prices.read().unwrap(); //~ prices: RWO
    let second = prices.read().unwrap(); //~ prices: R--, first: R-O
    println!("{}", first.len() + second.len()); //~ prices: R--, first: R-O, second: R-O
    drop(first); //~ prices: R--, first: R-O, second: R-O
    drop(second); //~ prices: R--, first: ---, second: R-O
    prices.get_mut().unwrap().push(4); //~ prices: RWO, first: ---, second: ---
} //~ prices: RWO
