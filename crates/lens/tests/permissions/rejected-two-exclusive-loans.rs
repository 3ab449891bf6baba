// rustc rejects it: E0499
fn main() {
    let mut list = vec![1];
    let first = &mut list; //~ list: RWO
    let second = &mut list; //~ list: ---, first: R-O, *first: RW-
    first.push(2); //~ list: ---
    second.push(3); //~ list: ---, second: R-O, *second: RW-
    println!("{}", list.len()); //~ list: RWO, second: R-O
} //~ list: RWO, second: ---
