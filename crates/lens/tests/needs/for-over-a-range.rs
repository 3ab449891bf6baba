fn main() {
    let first = 2; //? nothing
    let last = 4; //? nothing
    let mut product = 1; //? nothing
    for factor in first..=last { //? first: R, last: R
        product *= factor; //? product: W, factor: R
    }
    println!("{product}"); //? product: R
}
