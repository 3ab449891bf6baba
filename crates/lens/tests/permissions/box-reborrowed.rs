fn main() {
    let mut score = Box::new(7);
    let best = &mut *score; //~ score: RWO, *score: RWC
    *best += 1; //~ score: ---, *score: ---, best: R-O, *best: RWC
    let view = &*score; //~ score: RWO, *score: RWC, best: R-O
    println!("{view}"); //~ score: R--, *score: R-C, view: R-C, best: ---
    drop(score); //~ score: RWO, *score: RWC, view: R-C
} //~ score: ---, *score: ---, view: ---
