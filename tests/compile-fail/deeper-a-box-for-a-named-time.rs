use std::fmt::Display;

fn boxed<'a, T: Display>(value: T) -> Box<dyn Display + 'a> {
    Box::new(value)
}

fn main() {
    println!("{}", boxed("tea"));
}
