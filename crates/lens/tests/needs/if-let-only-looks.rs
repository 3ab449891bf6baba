fn main() {
    let input = Some(String::from("42")); //? nothing
    if let Some(_) = input { //? input: R
        println!("some"); //? nothing
    }
    println!("{input:?}"); //? input: R
}
