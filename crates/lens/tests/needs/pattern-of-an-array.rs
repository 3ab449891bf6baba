fn main() {
    let pair = [String::from("a"), String::from("b")]; //? nothing
    let [first, _] = pair; //? pair[..]: O
    println!("{first}"); //? first: R
}
