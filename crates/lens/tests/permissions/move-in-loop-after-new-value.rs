struct Line {
    text: String,
    number: u32,
}

fn next(number: u32) -> Line {
    Line { text: String::new(), number: number + 1 }
}

fn main() {
    let mut line = next(0); // The next iteration reads it before there is a new one.
    while line.number < 4 { //~ line: RWO
        println!("{}", line.number); //~ line: RWO
        line = next(line.number); //~ line: RWO
        println!("{}", line.text); //~ line: RW-
    } //~ line: RW-
    println!("{}", line.text); //~ line: RWO

    let mut fresh = next(0);
    for number in 1..4 {
        fresh = next(number); //~ fresh: RWO
        println!("{}", fresh.text); //~ fresh: RWO
    }
    println!("{}", fresh.text);
}
