fn main() {
    let greeting; //? nothing
    let formal = true; //? nothing
    if formal { //? formal: R
        greeting = String::from("Dear"); //? nothing
    } else {
        greeting = String::from("Hi"); //? nothing
    }
    println!("{greeting}"); //? greeting: R
}
