fn main() {
    let pair = [String::from("a"), String::from("b")]; //? nothing
    let [first, _] = pair; //? pair[_]: O
    println!("{first}"); //? first: R
}
