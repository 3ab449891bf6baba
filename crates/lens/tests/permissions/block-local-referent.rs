fn main() {
    let outer = String::from("outer");
    let mut shown = &outer; //~ outer: R-O
    println!("{shown}"); //~ outer: R--, shown: RWC, *shown: R--
    {
        let inner = String::from("inner"); //~ outer: R-O, shown: RWC
        shown = &inner; //~ shown: RWC, inner: R-O
        println!("{shown}"); //~ shown: RWC, inner: R--
    } //~ shown: RWC, *shown: R--, inner: R-O
    println!("{outer}"); //~ outer: R-O, shown: ---, *shown: ---
} //~ outer: R-O, shown: ---
