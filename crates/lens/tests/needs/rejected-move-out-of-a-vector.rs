// rustc rejects it: E0507
fn main() {
    let names = vec![String::from("a")]; //? nothing
    let at = 0; //? nothing
    let first = names[at]; //? names: R, names[at]: O, at: R
    println!("{first}"); //? first: R
}
