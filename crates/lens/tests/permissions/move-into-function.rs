fn archive(entry: String) {
    println!("archived {entry}"); //~ entry: R-O
} //~ entry: R-O

fn main() {
    let entry = String::from("log line");
    let mut spare = entry.clone(); //~ entry: R-O
    archive(entry); //~ entry: R-O, spare: RWO
    spare.push('.'); //~ entry: ---, spare: RWO
    archive(spare); //~ entry: ---, spare: RWO
} //~ entry: ---, spare: ---
