use std::cell::RefCell;
fn main() {
    let scores = RefCell::new(vec![1]); //? nothing
    let mut writer = scores.borrow_mut(); //? scores: R
    writer.push(2); //? writer: W
    println!("{}", writer.len()); //? writer: R
    drop(writer); //? writer: O
    println!("{:?}", scores.into_inner()); //? scores: O
}
