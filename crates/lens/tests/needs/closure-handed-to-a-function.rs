fn twice(mut work: impl FnMut()) {
    work(); //? work: W
    work(); //? work: W
}
fn main() {
    let mut count = 0; //? nothing
    let add = || count += 1; //? count: W
    twice(add); //? add: O
    println!("{count}"); //? count: R
}
