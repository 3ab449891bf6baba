fn port(input: Option<String>) -> usize {
    let Some(text) = input else { //? input: O
        return 0; //? nothing
    };
    text.len() //? text: R
}
fn main() {
    let input = Some(String::from("80")); //? nothing
    println!("{}", port(input)); //? input: O
}
