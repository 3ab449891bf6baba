fn main() {
    let mut input = Some(String::from("42")); //? nothing
    if let Some(text) = &input { //? input: R
        println!("{text}"); //? text: R
    }
    if let Some(text) = &mut input { //? input: W
        text.clear(); //? *text: W
    }
    println!("{input:?}"); //? input: R
}
