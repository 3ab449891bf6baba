// rustc rejects it: E0382
fn main() {
    let mut list = vec![1];
    let first = &mut list; //~ list: RWO
    let second = first; //~ first: R-O, *first: RW-
    println!("{first:?}"); //~ first: ---, *first: ---, second: R-O, *second: RW-
    first.push(2); //~ first: ---, *first: ---, second: R-O, *second: RW-
    second.push(3); //~ list: ---, first: ---, *first: ---, second: R-O, *second: RW-
    println!("{list:?}"); //~ list: RWO, first: ---, *first: ---
} //~ first: ---, *first: ---
