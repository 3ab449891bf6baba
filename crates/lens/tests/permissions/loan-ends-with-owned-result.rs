fn summary(lines: &mut Vec<String>) -> String {
    lines.push(String::from("end")); //~ lines: R-O, *lines: RW-
    return lines.join(","); //~ lines: R-O, *lines: RW-
}

fn main() {
    let mut lines = vec![String::from("start")];
    let text = summary(&mut lines); //~ lines: RWO
    lines.clear(); //~ lines: RWO, text: R-O
    println!("{text}"); //~ lines: RWO, text: R-O
} //~ lines: RWO, text: R-O
