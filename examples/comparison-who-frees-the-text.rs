fn greeting(name: &str) -> String {
    format!("hello, {name}")
}

fn main() {
    let text = greeting("Ada");
    println!("{text}");
}
