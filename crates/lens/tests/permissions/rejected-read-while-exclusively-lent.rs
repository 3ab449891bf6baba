// rustc rejects it: E0503
fn main() {
    let mut pot = 5;
    let dealer = &mut pot; //~ pot: RWC
    let seen = pot + 1; //~ pot: ---, dealer: R-O, *dealer: RWC
    *dealer += 2; //~ pot: ---, seen: R-C
    println!("{pot} {seen}"); //~ pot: RWC, seen: R-C
} //~ pot: RWC, dealer: ---
