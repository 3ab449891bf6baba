// rustc rejects it: E0596
fn main() {
    let list = vec![1];
    println!("{}", list.len()); //~ list: R-O
    list.push(2); //~ list: R-O
    println!("{}", list.len()); //~ list: R-O
} //~ list: R-O
