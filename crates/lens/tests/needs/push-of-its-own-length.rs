fn main() {
    let mut sizes = vec![1, 2]; //? nothing
    sizes.push(sizes.len()); //? sizes: W
    let view = &mut sizes; //? sizes: W
    view.push(view.len()); //? *view: W
    println!("{sizes:?}"); //? sizes: R
}
