fn main() {
    let mut line = String::from("one star: ");
    let mut next = || {
        line.push('*');
        line.as_str()
    };
    let first = next();
    let second = next();
    println!("{first} {second}");
}
