fn main() {
    let input = Some(String::from("42"));
    let Some(text) = input else { //~ input: R-O
        println!("no input"); //~ input: R-O
        return; //~ input: R-O
    };
    println!("{text}"); //~ input: ---, text: R-O
} //~ input: ---, text: R-O
