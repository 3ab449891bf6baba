fn heading(day: &str) -> *const str {
    let text = format!("Shopping on {day}");
    &raw const *text
}

fn main() {
    println!("{}", unsafe { &*heading("Monday") });
}
