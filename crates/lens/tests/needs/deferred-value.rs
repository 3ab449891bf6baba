fn main() {
    let greeting; //? nothing
    let formal = true; //? nothing
    if formal { //? formal: R
        greeting = String::from("Dear"); //? greeting: W
    } else {
        greeting = String::from("Hi"); //? greeting: W
    }
    println!("{greeting}"); //? greeting: R
}
