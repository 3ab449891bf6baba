// rustc rejects it: E0382
fn main() {
    let v = vec![1];
    for _ in 0..2 { //~ v: R-O
        drop(v); //~ v: ---
        println!("a"); //~ v: ---
    } //~ v: ---
    println!("{}", v.len()); //~ v: ---
} //~ v: ---
