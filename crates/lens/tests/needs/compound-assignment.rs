fn main() {
    let mut count = 1; //? nothing
    let step = 2; //? nothing
    count += step; //? count: W, step: R
    count <<= 1; //? count: W
    let mut text = String::new(); //? nothing
    let word = String::from("hi"); //? nothing
    text += &word; //? text: W, word: R
    println!("{count} {text}"); //? count: R, text: R
}
