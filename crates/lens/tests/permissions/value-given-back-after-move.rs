fn main() {
    let mut cart = vec![1, 2];
    let order = cart; //~ cart: RWO
    println!("{}", order.len()); //~ cart: ---, order: R-O
    cart = vec![3]; //~ cart: ---, order: R-O
    cart.push(4); //~ cart: RWO, order: R-O
    println!("{}", cart.len()); //~ cart: RWO
} //~ cart: RWO, order: R-O
