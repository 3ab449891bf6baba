fn shout(text: String) {
    println!("{}!", text.to_uppercase());
}

fn main() {
    let order = String::from("tea");
    shout(unsafe { std::ptr::read(&order) });
    println!("{order}");
}
