use std::cell::RefCell;
fn main() {
    let mut scores = RefCell::new(vec![1, 2]);
    for score in scores.borrow().iter() { //~ scores: RWO
        println!("{score}"); //~ scores: R--, score: R-C, *score: R-C
    } //~ scores: R--, score: R-C
    for score in scores.get_mut() { //~ scores: RWO
        *score += 1; //~ scores: ---, score: R-O, *score: RWC
    } //~ scores: ---, score: R-O
    println!("{scores:?}"); //~ scores: RWO
}
