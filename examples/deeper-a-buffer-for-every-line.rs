use std::fmt::Write;

fn label(seat: u32, out: &mut String) {
    out.clear();
    write!(out, "seat {seat}").expect("a String takes any text");
}

fn main() {
    let mut line = String::new();
    for seat in [7, 12] {
        label(seat, &mut line);
        println!("{line}");
    }
}
