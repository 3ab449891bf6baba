fn main() {
    let input = Some(42); //? nothing
    if let Some(number) = input { //? input: R
        println!("{number}"); //? number: R
    }
    println!("{input:?}"); //? input: R
}
