fn heading() -> &String {
    let text = String::from("Shopping");
    &text
}

fn main() {
    println!("{}", heading());
}
