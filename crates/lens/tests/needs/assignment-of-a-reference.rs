fn main() {
    let first = String::from("a"); //? nothing
    let second = String::from("bb"); //? nothing
    let mut longest = &first; //? first: R
    if second.len() > longest.len() { //? second: R, *longest: R
        longest = &second; //? longest: W, second: R
    }
    println!("{longest}"); //? longest: R
}
