// rustc rejects it: E0382
fn main() {
    let names = vec![String::from("a")];
    for name in names { //~ names: R-O
        println!("{name}"); //~ names: ---, name: R-O
    } //~ names: ---
    for name in names { //~ names: ---
        println!("{name} {}", names.len()); //~ names: ---, name: R-O
    } //~ names: ---
    println!("{}", names.len()); //~ names: ---
} //~ names: ---
