fn main() {
    let count = 3;
    let other = 4; //~ count: R-C
    let mut inner = &count; //~ count: R-C, other: R-C
    let outer = &mut inner; //~ inner: RWC, *inner: R-C
    *outer = &other; //~ inner: ---, *inner: ---, outer: R-O, *outer: RWC
    println!("{inner}"); //~ inner: RWC, outer: R-O, *outer: RWC
    inner = &count; //~ inner: RWC, outer: ---
    println!("{inner}"); //~ inner: RWC, *inner: R-C, outer: ---
} //~ count: R-C, inner: RWC
