static LIMIT: u32 = 3;
fn main() {
    let tries = 4; //? nothing
    if tries > LIMIT { //? tries: R
        println!("{LIMIT}"); //? nothing
    }
}
