fn main() {
    let mut prices = vec![3, 4];
    let mut sum = 0; //~ prices: RWO
    for price in &prices { //~ prices: RWO, sum: RWC
        sum += price; //~ prices: R--, price: R-C, *price: R-C, sum: RWC
    } //~ prices: R--, price: R-C, sum: RWC
    prices.push(sum); //~ prices: RWO, sum: RWC
} //~ prices: RWO, sum: RWC
