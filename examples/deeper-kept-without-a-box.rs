use std::fmt::Display;

fn shown<T: Display>(value: T) -> impl Display {
    value
}

fn main() {
    let order = ["tea", "cake"].join(" and ");
    println!("{}", shown(&order));
}
