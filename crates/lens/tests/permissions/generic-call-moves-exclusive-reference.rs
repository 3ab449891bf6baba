fn keep<T>(value: T) -> T {
    return value; //~ value: R-O
}

fn main() {
    let mut level = 1;
    let dial = &mut level; //~ level: RWC
    let held = keep(dial); //~ level: ---, dial: R-O, *dial: RWC
    *held += 1; //~ level: ---, dial: ---, *dial: ---, held: R-O, *held: RWC
    println!("{level}"); //~ level: RWC, dial: ---, held: R-O
} //~ level: RWC, held: ---
