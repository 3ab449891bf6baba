fn main() {
    let mut fuel = 5;
    let tank = &mut fuel; //~ fuel: RWC
    let pump = &mut *tank; //~ fuel: ---, tank: R-O, *tank: RWC
    *pump += 1; //~ fuel: ---, tank: ---, *tank: ---, pump: R-O, *pump: RWC
    *tank += 2; //~ fuel: ---, tank: R-O, *tank: RWC, pump: R-O, *pump: RWC
    println!("{tank}"); //~ fuel: ---, tank: R-O, *tank: RWC, pump: ---, *pump: ---
    println!("{fuel}"); //~ fuel: RWC, tank: R-O, pump: ---
} //~ fuel: RWC, tank: ---, pump: ---
