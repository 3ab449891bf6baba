fn longest(first: String, second: String) -> String {
    if first.len() > second.len() { //? first: R, second: R
        return first; //? first: O
    }
    return second; //? second: O
}
fn main() {
    let first = String::from("a"); //? nothing
    let second = String::from("bb"); //? nothing
    println!("{}", longest(first, second)); //? first: O, second: O
}
