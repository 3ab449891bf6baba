fn greeter(name: String) -> impl Fn() {
    || println!("welcome, {name}")
}

fn main() {
    let greet = greeter(String::from("Ada"));
    greet();
}
