fn main() {
    let mut total = 0;
    let mut outer = |step: u32| { //~ total: RWC
        let mut inner = || total += step; //~ total: RWC, step: R-C
        inner(); //~ total: ---, step: R-C, inner: RWO
        println!("{total}"); //~ total: RWC, step: R-C, inner: RWO
    };
    outer(2); //~ total: ---, outer: RWO
    println!("{total}"); //~ total: RWC, outer: RWO
} //~ total: RWC, outer: ---
