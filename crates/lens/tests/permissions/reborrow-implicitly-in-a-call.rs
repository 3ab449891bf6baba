fn bump(counter: &mut u32) {
    *counter += 1; //~ counter: R-O, *counter: RWC
} //~ counter: R-O, *counter: RWC

fn main() {
    let mut visits = 0;
    let counter = &mut visits; //~ visits: RWC
    bump(counter); //~ visits: ---, counter: R-O, *counter: RWC
    bump(counter); //~ visits: ---, counter: R-O, *counter: RWC
    println!("{visits}"); //~ visits: RWC, counter: R-O
} //~ visits: RWC, counter: ---
