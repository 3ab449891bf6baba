fn main() {
    let mut prices = vec![3, 5];
    let boxed = Box::new([8, 13]);

    let first = prices[0];
    let pair = *boxed;
    prices[0] = 4;
    prices.push(21);
    println!("{first} from {prices:?}");
    println!("{pair:?} from {boxed:?}");
}
