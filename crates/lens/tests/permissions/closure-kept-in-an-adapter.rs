fn main() {
    let mut sizes = vec![1, 2];
    let mut factor = 2; //~ sizes: RWO
    let scaled = sizes.iter().map(|size| size * factor); //~ sizes: RWO, factor: RWC
    println!("{:?}", scaled.max()); //~ sizes: R--, factor: R-C, scaled: R-O
    sizes.push(factor); //~ sizes: RWO, factor: RWC, scaled: ---
    factor += 1; //~ sizes: RWO, factor: RWC, scaled: ---
    println!("{sizes:?} {factor}"); //~ sizes: RWO, factor: RWC
}
