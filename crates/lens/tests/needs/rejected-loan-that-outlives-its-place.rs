// rustc rejects it: E0597
fn main() {
    let mut longest = ""; //? nothing
    println!("{longest}"); //? longest: R
    {
        let line = String::from("abc"); //? nothing
        longest = &line; //? longest: W, line: R
    }
    println!("{longest}"); //? longest: R
}
