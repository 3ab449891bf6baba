fn sign() -> &'static str {
    "this way to the hall"
}

fn main() {
    let left = sign();
    let right = left;
    println!("{left} | {right}");
    println!("same bytes: {}", left.as_ptr() == right.as_ptr());
}
