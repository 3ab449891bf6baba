fn main() {
    let mut scores = vec![5, 6, 7]; //? nothing
    let from = 1; //? nothing
    let tail = &scores[from..]; //? scores: R, from: R
    println!("{tail:?}"); //? tail: R
    let head = &mut scores[..from]; //? scores: W, from: R
    head.fill(0); //? *head: W
    scores[from..].sort(); //? scores: W, from: R
    println!("{scores:?}"); //? scores: R
}
