// rustc rejects it: E0382
fn main() {
    let mut v = vec![1];
    while v.len() < 3 { //~ v: RWO
        println!("{v:?}"); //~ v: ---
        drop(v); //~ v: ---
        println!("{v:?}"); //~ v: ---
        v.push(1); //~ v: ---
    } //~ v: ---
    println!("{v:?}"); //~ v: ---
    v = vec![2]; //~ v: ---
    println!("{v:?}"); //~ v: RWO
} //~ v: RWO
