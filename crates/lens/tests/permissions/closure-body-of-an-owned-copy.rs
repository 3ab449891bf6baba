fn main() {
    let mut seed = 1;
    let mut next = move || { //~ seed: RWC
        seed += 1; //~ seed: RWC
        println!("{seed}"); //~ seed: RWC
    };
    next(); //~ seed: RWC, next: RWC
    seed += 10; //~ seed: RWC, next: RWC
    next(); //~ seed: RWC, next: RWC
    println!("{seed}"); //~ seed: RWC, next: RWC
}
