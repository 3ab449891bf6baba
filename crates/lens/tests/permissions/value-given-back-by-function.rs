fn polish(mut text: String) -> String {
    text.push('!'); //~ text: RWO
    return text; //~ text: RWO
}

fn main() {
    let mut slogan = String::from("go");
    slogan = polish(slogan); //~ slogan: RWO
    let shown = polish(slogan); //~ slogan: RWO
    println!("{shown}"); //~ slogan: ---, shown: R-O
} //~ slogan: ---, shown: R-O
