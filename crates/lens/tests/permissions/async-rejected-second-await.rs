// rustc rejects it: E0382
use std::future::ready;
async fn run() {
    let task = async { ready(String::from("a")).await };
    let text = task.await; //~ task: R-O
    let again = task.await; //~ task: ---, text: R-O
    println!("{text} {again}"); //~ task: ---, text: R-O
} //~ task: ---, text: R-O
fn main() {
    drop(run());
}
