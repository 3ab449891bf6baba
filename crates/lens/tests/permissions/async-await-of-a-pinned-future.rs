use std::future::ready;
use std::pin::pin;
async fn run() {
    let task = pin!(async { ready(7).await });
    println!("waiting"); //~ task: R-O
    let value = task.await; //~ task: R-O
    println!("{value}"); //~ task: ---, value: R-C
} //~ task: ---, value: R-C
fn main() {
    drop(run());
}
