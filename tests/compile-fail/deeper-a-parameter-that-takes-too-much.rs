fn shout(text: String) {
    println!("{}!", text.to_uppercase());
}

fn main() {
    let order = String::from("tea");
    shout(order);
    println!("{order}");
}
