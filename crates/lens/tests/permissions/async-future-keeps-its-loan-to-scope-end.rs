async fn count(text: &str) -> usize {
    return text.len(); //~ text: R-C, *text: R--
}
fn main() {
    let mut text = String::from("a b");
    {
        let task = count(&text); //~ text: RWO
        println!("{}", size_of_val(&task) > 0); //~ text: R--, task: R-O
        println!("never run"); //~ text: R--, task: R-O
    } //~ text: R--, task: R-O
    text.clear(); //~ text: RWO
} //~ text: RWO
