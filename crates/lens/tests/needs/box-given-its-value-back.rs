fn main() {
    let boxed = Box::new(String::from("map")); //? nothing
    let text = *boxed; //? *boxed: O
    println!("{text}"); //? text: R
}
