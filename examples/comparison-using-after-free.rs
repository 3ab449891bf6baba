struct Order {
    items: u32,
}

fn main() {
    let lunch = Box::new(Order { items: 3 });
    let receipt = &lunch;
    println!("{} items", receipt.items);
    drop(lunch); // one line earlier, this would not compile
}
