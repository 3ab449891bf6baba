fn heading<'a>(day: &str, buffer: &'a mut String) -> &'a str {
    buffer.clear();
    buffer.push_str("Shopping on ");
    buffer.push_str(day);
    buffer
}

fn main() {
    let mut buffer = String::new();
    println!("{}", heading("Monday", &mut buffer));
    println!("{}", heading("Friday", &mut buffer));
}
