use std::future::ready;
async fn parse(input: Option<String>) {
    match ready(input).await { //~ input: R-O
        Some(text) => {
            println!("{text}"); //~ input: ---, text: R-O
        } //~ input: ---, text: R-O
        None => {
            println!("none"); //~ input: ---
        } //~ input: ---
    }
} //~ input: ---
fn main() {
    drop(parse(None));
}
