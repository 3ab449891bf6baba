fn raise(price: u32) -> u32 {
    price += 1;
    price
}

fn main() {
    let price = 3;
    println!("{}", raise(price));
    println!("{price}");
}
