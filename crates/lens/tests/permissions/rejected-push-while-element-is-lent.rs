// rustc rejects it: E0502
fn main() {
    let mut scores = vec![1, 2];
    let first = &scores[0]; //~ scores: RWO
    scores.push(3); //~ scores: R--, first: R-C, *first: R-C
    println!("{first}"); //~ scores: R--, first: R-C, *first: R-C
    println!("{}", scores.len()); //~ scores: RWO, first: R-C
} //~ scores: RWO, first: R-C
