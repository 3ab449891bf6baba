fn main() {
    let greeting = String::from("hello");
    println!("{greeting}");
    println!("goodbye");
}
