// rustc rejects it: E0499
fn main() {
    let mut counter = 0;
    let mut handles = Vec::new(); //~ counter: RWC
    for _ in 0..2 { //~ counter: RWC, handles: RWO
        handles.push(&mut counter); //~ counter: ---
    } //~ counter: ---
    println!("{}", handles.len()); //~ counter: ---, handles: RWO
} //~ counter: RWC, handles: RWO
