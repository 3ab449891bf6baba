use std::future::ready;
async fn count(text: &str) -> usize {
    ready(()).await; //~ text: R-C, *text: R--
    return text.len(); //~ text: R-C, *text: R--
}
fn main() {
    let mut text = String::from("a b");
    let task = count(&text); //~ text: RWO
    println!("waiting"); //~ text: R--, task: R-O
    drop(task); //~ text: R--, task: R-O
    text.clear(); //~ text: RWO, task: ---
} //~ text: RWO, task: ---
