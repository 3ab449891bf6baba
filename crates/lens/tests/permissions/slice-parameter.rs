fn scale(values: &mut [i32], factor: i32) {
    for value in values.iter_mut() { //~ values: R-O, *values: RW-, factor: R-C
        *value *= factor; //~ values: ---, *values: ---, value: R-O, *value: RWC, factor: R-C
    } //~ values: ---, *values: ---, value: R-O
    values[0] = 0; //~ values: R-O, *values: RW-
} //~ values: R-O, *values: RW-

fn main() {
    let mut prices = [1, 2];
    scale(&mut prices, 3); //~ prices: RWC
    println!("{prices:?}"); //~ prices: RWC
} //~ prices: RWC
