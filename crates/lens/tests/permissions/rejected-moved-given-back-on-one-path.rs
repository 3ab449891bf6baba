// rustc rejects it: E0382
fn main() {
    let mut name = String::from("a");
    drop(name); //~ name: RWO
    println!("{name}"); //~ name: ---
    if std::env::args().count() > 1 { //~ name: ---
        name = String::from("b"); //~ name: ---
        println!("{name}"); //~ name: RWO
    } //~ name: RWO
    println!("{name}"); //~ name: ---
    println!("{name}"); //~ name: ---
} //~ name: ---
