fn main() {
    let mut line = String::new();
    let mut lines = Vec::new(); //~ line: RWO
    for letter in ['a', 'b'] { //~ line: RWO, lines: RWO
        line.push(letter); //~ letter: R-C
        lines.push(line); //~ line: RWO, letter: R-C
        line = String::new(); //~ line: ---
    }
    println!("{} {line}", lines.len()); //~ line: RWO, lines: RWO
} //~ line: RWO, lines: RWO
