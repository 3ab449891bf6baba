// rustc rejects it: E0503
fn main() {
    let mut pot = 5; //? nothing
    let dealer = &mut pot; //? pot: W
    let seen = pot + 1; //? pot: R
    *dealer += 2; //? *dealer: W
    println!("{seen}"); //? seen: R
}
