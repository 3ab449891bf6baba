// rustc rejects it: E0382
fn main() {
    let mut name = String::from("a");
    drop(name); //~ name: RWO
    println!("{name}"); //~ name: ---
    println!("{name}"); //~ name: ---
    match std::env::args().count() { //~ name: ---
        0 => name = String::from("b"), //~ name: ---
        _ => {
            println!("{name}"); //~ name: ---
            name = String::from("c"); //~ name: ---
        } //~ name: RWO
    }
    println!("{name}"); //~ name: RWO
    println!("{name}"); //~ name: RWO
} //~ name: RWO
