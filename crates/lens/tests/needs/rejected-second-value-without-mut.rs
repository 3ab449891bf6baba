// rustc rejects it: E0384
fn main() {
    let size = 1; //? nothing
    println!("{size}"); //? size: R
    size = 2; //? size: W
    println!("{size}"); //? size: R
}
