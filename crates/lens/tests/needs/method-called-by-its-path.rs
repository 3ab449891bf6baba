fn main() {
    let mut names = vec![String::from("a")]; //? nothing
    let extra = String::from("b"); //? nothing
    Vec::push(&mut names, extra); //? names: W, extra: O
    let count = Vec::len(&names); //? names: R
    let text = names.concat(); //? names: R
    println!("{count} {text}"); //? count: R, text: R
}
