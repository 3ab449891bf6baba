use std::fmt::Display;

fn boxed<T: Display + 'static>(value: T) -> Box<dyn Display> {
    Box::new(value)
}

fn main() {
    let order = ["tea", "cake"].join(" and ");
    let kept = boxed(order);
    println!("{kept}");
    drop(kept);
    println!("and it is gone");
}
