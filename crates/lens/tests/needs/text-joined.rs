fn main() {
    let first = String::from("ada"); //? nothing
    let last = String::from("lovelace"); //? nothing
    let full = first + " " + &last; //? first: O, last: R
    println!("{full} {last}"); //? full: R, last: R
}
