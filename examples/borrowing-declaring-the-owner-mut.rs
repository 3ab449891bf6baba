fn main() {
    let mut shopping = String::from("milk");
    let list = &mut shopping;
    list.push_str(", bread");
    println!("{list}");
}
