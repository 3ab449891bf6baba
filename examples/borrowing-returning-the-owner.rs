fn heading(day: &str) -> String {
    format!("Shopping on {day}")
}

fn main() {
    println!("{}", heading("Monday"));
}
