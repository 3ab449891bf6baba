const LIMIT: u32 = 3;
fn main() {
    let tries = LIMIT + 1; //? nothing
    if tries > LIMIT { //? tries: R
        println!("{LIMIT}"); //? nothing
    }
}
