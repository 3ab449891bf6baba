fn main() {
    let mut batch = vec![1]; //? nothing
    let sent = batch; //? batch: O
    batch = Vec::new(); //? nothing
    batch.push(sent.len()); //? batch: W, sent: R
    println!("{batch:?}"); //? batch: R
}
