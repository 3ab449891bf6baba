fn main() {
    let mut total = 1; //? nothing
    let first = &mut total; //? total: W
    let kept = Some(first); //? first: O
    if let Some(total) = kept { //? kept: O
        *total += 1; //? *total: W
    }
    println!("{total}"); //? total: R
}
