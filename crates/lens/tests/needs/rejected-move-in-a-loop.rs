// rustc rejects it: E0382
fn main() {
    let note = String::from("a"); //? nothing
    let mut sent = Vec::new(); //? nothing
    for _ in 0..2 { //? nothing
        sent.push(note); //? sent: W, note: O
    }
    println!("{}", sent.len()); //? sent: R
}
