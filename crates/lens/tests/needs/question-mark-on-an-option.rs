fn shout(name: Option<String>, times: Option<usize>) -> Option<String> {
    let text = name?; //? name: O
    let count = times?; //? times: R
    Some(text.repeat(count)) //? text: R, count: R
}
fn main() {
    let name = Some(String::from("hey")); //? nothing
    println!("{:?}", shout(name, Some(2))); //? name: O
}
