use std::cell::RefCell;

fn main() {
    let mut scores = RefCell::new(vec![1, 2]);
    scores.get_mut().push(3); //~ scores: RWO
    if let Some(best) = scores.borrow().first() { //~ scores: RWO
        println!("{best}"); //~ scores: R--, best: R-C, *best: R-C
    } else {
        scores.get_mut().push(0); //~ scores: RWO
    }
    println!("{}", scores.get_mut().len()); //~ scores: RWO
} //~ scores: RWO
