fn main() {
    let mut list = vec![1]; //? nothing
    let outer = &mut list; //? list: W
    let inner = &mut *outer; //? *outer: W
    inner.push(2); //? *inner: W
    outer.push(3); //? *outer: W
    println!("{list:?}"); //? list: R
}
