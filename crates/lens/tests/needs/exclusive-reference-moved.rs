fn main() {
    let mut total = 1; //? nothing
    let first = &mut total; //? total: W
    let second = first; //? first: O
    *second += 1; //? *second: W
    println!("{total}"); //? total: R
}
