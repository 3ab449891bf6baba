// rustc rejects it: E0502
fn main() {
    let mut sizes = vec![1, 2];
    for size in &sizes { //~ sizes: RWO
        sizes.push(*size); //~ sizes: R--, size: R-C, *size: R-C
    } //~ sizes: R--, size: R-C
    println!("{}", sizes.len()); //~ sizes: RWO
} //~ sizes: RWO
