struct Order {
    items: u32,
}

fn main() {
    let lunch = Box::new(Order { items: 3 });
    let receipt = &raw const *lunch;
    drop(lunch);
    println!("{} items", unsafe { (*receipt).items });
}
