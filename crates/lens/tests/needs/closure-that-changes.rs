fn main() {
    let mut count = 0; //? nothing
    let step = 2; //? nothing
    let mut tick = || count += step; //? count: W, step: R
    tick(); //? tick: W
    println!("{count}"); //? count: R
}
