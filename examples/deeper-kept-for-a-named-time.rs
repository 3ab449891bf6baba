use std::fmt::Display;

fn boxed<'a>(value: impl Display + 'a) -> Box<dyn Display + 'a> {
    Box::new(value)
}

fn main() {
    let order = ["tea", "cake"].join(" and ");
    let kept = boxed(&order);
    println!("{kept}");
}
