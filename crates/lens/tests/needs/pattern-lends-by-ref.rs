fn main() {
    let mut pair = (String::from("a"), String::from("b")); //? nothing
    let (ref kept, ref mut changed) = pair; //? pair.0: R, pair.1: W
    changed.push_str(kept); //? *changed: W, *kept: R
    println!("{pair:?}"); //? pair: R
}
