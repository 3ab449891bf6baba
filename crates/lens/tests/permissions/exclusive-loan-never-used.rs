fn main() {
    let mut stock = vec![1];
    let keeper = &mut stock; //~ stock: RWO
    println!("open"); //~ stock: RWO, keeper: R-O, *keeper: RW-
    println!("{}", stock.len()); //~ stock: RWO, keeper: R-O
    stock.push(2); //~ stock: RWO, keeper: ---
    let _last = &mut stock; //~ stock: RWO, keeper: ---
} //~ stock: RWO, keeper: ---, _last: R-O
