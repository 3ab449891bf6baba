fn main() {
    let mut best = 0; //? nothing
    let found = 7; //? nothing
    best = best.max(found); //? best: W, found: R
    println!("{best}"); //? best: R
}
