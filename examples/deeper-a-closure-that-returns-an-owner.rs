fn main() {
    let mut number = 0;
    let mut next = || {
        number += 1;
        format!("ticket {number}")
    };
    let first = next();
    let second = next();
    println!("{first}, {second}");
}
