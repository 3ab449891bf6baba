struct Cart(Vec<u32>, String);
impl Cart {
    fn items(&mut self) -> &mut Vec<u32> {
        &mut self.0 //? self.0: W
    }
    fn owner(&self) -> &str {
        &self.1 //? self.1: R
    }
}
fn main() {
    let mut cart = Cart(vec![1], String::from("ada")); //? nothing
    cart.items().push(2); //? cart: W
    println!("{}", cart.owner()); //? cart: R
}
