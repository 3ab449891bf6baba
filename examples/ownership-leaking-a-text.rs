fn sign(opens: u8, closes: u8) -> &'static str {
    let text = format!("open from {opens} to {closes}");
    Box::leak(text.into_boxed_str())
}

fn main() {
    let door = sign(9, 17);
    println!("{door}");
}
