use std::fmt::Write;
fn main() {
    let mut line = String::new(); //? nothing
    let count = 3; //? nothing
    write!(line, "{count}").unwrap(); //? line: W, count: R
    println!("{line}"); //? line: R
}
