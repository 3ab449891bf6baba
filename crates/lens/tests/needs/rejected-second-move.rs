// rustc rejects it: E0382
fn send(batch: Vec<u32>) -> usize {
    batch.len() //? batch: R
}
fn main() {
    let batch = vec![1]; //? nothing
    let first = send(batch); //? batch: O
    let second = send(batch); //? batch: O
    println!("{first} {second}"); //? first: R, second: R
}
