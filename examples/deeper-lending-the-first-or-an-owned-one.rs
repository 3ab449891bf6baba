fn first(names: &[String]) -> Option<&str> {
    names.first().map(String::as_str)
}

fn main() {
    let names = [String::from("Ada")];
    println!("{}", first(&names).unwrap_or("nobody"));
    println!("{}", first(&[]).unwrap_or("nobody"));
}
