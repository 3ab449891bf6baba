// rustc rejects it: E0502
fn main() {
    let mut count = 0; //? nothing
    let mut tick = || count += 1; //? count: W
    println!("{count}"); //? count: R
    tick(); //? tick: W
}
