// rustc rejects it: E0596
fn main() {
    let list = vec![1]; //? nothing
    list.push(2); //? list: W
    println!("{list:?}"); //? list: R
}
