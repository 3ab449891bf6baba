fn main() {
    let mut total = 1; //? nothing
    let long = &mut total; //? total: W
    let short: &mut i32 = long; //? *long: W
    *short += 1; //? *short: W
    *long += 1; //? *long: W
    println!("{total}"); //? total: R
}
