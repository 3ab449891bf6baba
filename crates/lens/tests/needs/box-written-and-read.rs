fn main() {
    let mut count = Box::new(1); //? nothing
    *count += 1; //? *count: W
    let seen = *count; //? *count: R
    let moved = count; //? count: O
    println!("{seen} {moved}"); //? seen: R, moved: R
}
