// rustc rejects it: E0502
async fn count(text: &str) -> usize {
    return text.len(); //~ text: R-C, *text: R--
}
async fn run(mut text: String) {
    let task = count(&text); //~ text: RWO
    text.push('!'); //~ text: R--, task: R-O
    println!("{}", task.await); //~ text: R--, task: R-O
} //~ text: RWO, task: ---
fn main() {
    drop(run(String::from("a")));
}
