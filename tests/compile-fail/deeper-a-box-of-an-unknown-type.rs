use std::fmt::Display;

fn boxed<T: Display>(value: T) -> Box<dyn Display> {
    Box::new(value)
}

fn main() {
    println!("{}", boxed("tea"));
}
