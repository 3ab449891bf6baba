// rustc rejects it: E0597
fn main() {
    let shown;
    {
        let inner = String::from("short"); //~ shown: ---
        shown = &inner; //~ shown: ---, inner: R-O
        println!("set"); //~ shown: R-C, *shown: R--, inner: R--
    } //~ shown: R-C, inner: R--
    println!("{shown}"); //~ shown: R-C, *shown: R--
} //~ shown: R-C
