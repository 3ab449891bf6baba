fn main() {
    let mut hits = 0; //? nothing
    let counter = &mut hits; //? hits: W
    *counter += 1; //? *counter: W
    let seen = *counter; //? *counter: R
    println!("{seen} {hits}"); //? seen: R, hits: R
}
