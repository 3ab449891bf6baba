fn main() {
    let order = (String::from("tea"), String::from("Ada"));
    let (ref item, guest) = order;
    println!("{item} for {guest}");
    println!("{} is still in order", order.0);
}
