// rustc rejects it: E0596
fn main() {
    let mut count = 0; //? nothing
    let tick = || count += 1; //? count: W
    tick(); //? tick: W
    println!("{count}"); //? count: R
}
