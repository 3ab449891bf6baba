fn main() {
    let city = String::from("Oslo");
    let here = &city; //~ city: R-O
    let there = here; //~ city: R--, here: R-C, *here: R--
    println!("{here}"); //~ city: R--, here: R-C, there: R-C
    println!("{there}"); //~ city: R--, here: R-C, there: R-C
    drop(city); //~ city: R-O, here: R-C, there: R-C
} //~ city: ---, here: ---, there: ---
