fn heading(day: &str) -> &str {
    let text = format!("Shopping on {day}");
    &text
}

fn main() {
    println!("{}", heading("Monday"));
}
