fn later<'a>(left: &'a str, right: &'a str) -> &'a str {
    left.max(right)
}

fn main() {
    let line = String::from("tea and cake");
    {
        let word = String::from("cake");
        println!("{}", later(&line, &word));
    }
    println!("{line}");
}
