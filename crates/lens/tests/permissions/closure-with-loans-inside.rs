fn main() {
    let raise = |mut prices: Vec<u32>| {
        let first = &mut prices[0]; //~ prices: RWO
        *first += 1; //~ prices: ---, first: R-O, *first: RWC
        println!("{prices:?}"); //~ prices: RWO, first: R-O
        return prices; //~ prices: RWO, first: ---
    };
    let raised = raise(vec![3, 4]); //~ raise: R-C
    println!("{raised:?}"); //~ raise: R-C, raised: R-O
}
