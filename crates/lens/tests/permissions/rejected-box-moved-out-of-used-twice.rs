// rustc rejects it: E0382
fn main() {
    let boxed = Box::new(String::from("a"));
    let inner = *boxed; //~ boxed: R-O, *boxed: R-O
    println!("{boxed}"); //~ boxed: ---, *boxed: ---, inner: R-O
    println!("{boxed}"); //~ boxed: ---, *boxed: ---, inner: R-O
    println!("{inner}"); //~ boxed: ---, *boxed: ---, inner: R-O
} //~ boxed: ---, *boxed: ---, inner: R-O
