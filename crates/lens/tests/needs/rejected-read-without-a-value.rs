// rustc rejects it: E0381
fn main() {
    let total: u32; //? nothing
    let shown = total + 1; //? total: R
    println!("{shown}"); //? shown: R
}
