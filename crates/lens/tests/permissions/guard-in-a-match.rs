use std::sync::RwLock;
fn main() {
    let mut scores = RwLock::new(vec![1, 2]);
    match scores.read().unwrap().first() { //~ scores: RWO
        Some(best) => {
            println!("{best}"); //~ scores: R--, best: R-C, *best: R-C
        } //~ scores: R--, best: R-C
        None => {
            println!("empty"); //~ scores: R--
        } //~ scores: R--
    }
    scores.get_mut().unwrap().push(3); //~ scores: RWO
} //~ scores: RWO
