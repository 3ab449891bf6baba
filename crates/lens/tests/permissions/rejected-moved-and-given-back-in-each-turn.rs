// rustc rejects it: E0382
fn main() {
    let mut line = String::from("a");
    for n in 0..3 { //~ line: RWO
        drop(line); //~ line: RWO, n: R-C
        println!("{line}"); //~ line: ---, n: R-C
        println!("{line} {n}"); //~ line: ---, n: R-C
        line = n.to_string(); //~ line: ---, n: R-C
    } //~ line: RW-
    println!("{line}"); //~ line: RWO
} //~ line: RWO
