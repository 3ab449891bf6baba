use std::cell::RefCell;

fn main() {
    let mut scores = RefCell::new(vec![1, 2]);
    match scores.borrow().first() { //~ scores: RWO
        Some(best) => {
            println!("{best}"); //~ scores: R--, best: R-C, *best: R-C
        } //~ scores: R--, best: R-C
        None => {
            println!("empty"); //~ scores: R--
        } //~ scores: R--
    }
    scores.get_mut().push(0); //~ scores: RWO
} //~ scores: RWO
