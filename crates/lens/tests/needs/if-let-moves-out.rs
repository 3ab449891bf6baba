fn main() {
    let input = Some(String::from("42")); //? nothing
    if let Some(text) = input { //? input: O
        println!("{text}"); //? text: R
    }
}
