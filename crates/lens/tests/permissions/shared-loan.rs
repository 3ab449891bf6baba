fn main() {
    let mut score = 10;
    let shown = &score; //~ score: RWC
    println!("{shown}"); //~ score: R-C, shown: R-C, *shown: R-C
    score += 1; //~ score: RWC, shown: R-C, *shown: R-C
    println!("{score}"); //~ score: RWC, shown: ---, *shown: ---
} //~ score: RWC, shown: ---
