// rustc rejects it: E0502
fn main() {
    let mut list = vec![1, 2]; //? nothing
    let first = &list[0]; //? list: R
    list.push(3); //? list: W
    println!("{first}"); //? first: R
}
