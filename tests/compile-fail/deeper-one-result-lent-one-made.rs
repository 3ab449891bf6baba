fn first(names: &[String]) -> &str {
    match names.first() {
        Some(name) => name,
        None => &format!("one of {}", names.len()),
    }
}

fn main() {
    println!("{}, {}", first(&[String::from("Ada")]), first(&[]));
}
