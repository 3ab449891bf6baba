fn greeter(name: String) -> impl Fn() {
    move || println!("welcome, {name}")
}

fn main() {
    let greet = greeter(String::from("Ada"));
    greet();
    greet();
}
