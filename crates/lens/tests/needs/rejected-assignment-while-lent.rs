// rustc rejects it: E0506
fn main() {
    let mut level = 1; //? nothing
    let seen = &level; //? level: R
    level = 2; //? level: W
    println!("{seen} {level}"); //? seen: R, level: R
}
