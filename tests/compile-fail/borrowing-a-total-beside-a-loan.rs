struct Cart(Vec<String>, u32);

impl Cart {
    fn first(&self) -> &String {
        &self.0[0]
    }
}

fn main() {
    let mut cart = Cart(vec![String::from("tea")], 3);
    let first = cart.first();
    cart.1 += 5;
    println!("{first}, {}", cart.1);
}
