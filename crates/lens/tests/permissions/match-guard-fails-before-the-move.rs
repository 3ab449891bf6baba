fn main() {
    let message = Some(String::from("hello"));
    match message { //~ message: R-O
        Some(text) if text.len() > 9 => {
            println!("long {text}"); //~ message: ---, text: R-O
        } //~ message: ---, text: R-O
        Some(_) => {
            println!("short"); //~ message: R-O
        } //~ message: R-O
        None => {
            println!("none"); //~ message: R-O
        }
    }
    println!("done"); //~ message: ---
} //~ message: ---
