fn main() {
    let mut seed = 1;
    let mut next = move || { seed += 1; seed };
    println!("{}", next()); //~ seed: RWC, next: RWC
    seed += 10; //~ seed: RWC, next: RWC
    println!("{} {seed}", next()); //~ seed: RWC, next: RWC
} //~ seed: RWC, next: RWC
