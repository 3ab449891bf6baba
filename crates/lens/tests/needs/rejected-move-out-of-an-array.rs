// rustc rejects it: E0508
fn main() {
    let names = [String::from("a"), String::from("b")]; //? nothing
    let at = 1; //? nothing
    let second = names[at]; //? names[_]: O, at: R
    println!("{second}"); //? second: R
}
