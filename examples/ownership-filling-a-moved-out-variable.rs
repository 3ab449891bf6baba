fn main() {
    let mut basket = String::from("bread");
    let paid = basket;

    basket = String::from("milk");
    println!("paid: {paid}, basket: {basket}");
}
