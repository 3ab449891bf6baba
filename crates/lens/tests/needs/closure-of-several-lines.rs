fn main() {
    let mut lines = Vec::new(); //? nothing
    let prefix = String::from("> "); //? nothing
    let mut quote = |text: &str| { //? lines: W, prefix: R
        let line = prefix.clone() + text; //? prefix: R, *text: R
        lines.push(line); //? lines: W, line: O
    };
    quote("a"); //? quote: W
    quote("b"); //? quote: W
    println!("{lines:?}"); //? lines: R
}
