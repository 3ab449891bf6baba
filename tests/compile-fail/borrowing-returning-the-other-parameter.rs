fn longer<'a>(one: &'a str, other: &str) -> &'a str {
    if one.len() >= other.len() { one } else { other }
}

fn main() {
    println!("{}", longer("Blue", "River"));
}
