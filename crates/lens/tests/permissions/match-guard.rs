fn main() {
    let mut level = Some(7);
    match level { //~ level: RWC
        Some(n) if n > 5 => {
            level = None; //~ level: RWC, n: R-C
            println!("high {n}"); //~ level: RWC, n: R-C
        } //~ level: RWC, n: R-C
        Some(n) => println!("{n}"),
        None => println!("none"),
    }
    println!("{level:?}"); //~ level: RWC
} //~ level: RWC
