async fn step(size: u32) -> u32 {
    size + 1 //~ size: R-C
}
async fn run() {
    let first = step(1);
    let second = step(2); //~ first: R-O
    let sum = first.await; //~ first: R-O, second: R-O
    println!("{sum}"); //~ first: ---, second: R-O, sum: R-C
    println!("{}", second.await); //~ first: ---, second: R-O, sum: R-C
} //~ first: ---, second: ---, sum: R-C
fn main() {
    drop(run());
}
