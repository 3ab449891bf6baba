fn longer<'a>(one: &'a str, other: &'a str) -> &'a str {
    if one.len() >= other.len() { one } else { other }
}

fn main() {
    let blue = String::from("Blue");
    let river = String::from("River");
    println!("{}", longer(&blue, &river));
}
