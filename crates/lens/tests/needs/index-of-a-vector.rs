fn main() {
    let mut sizes = vec![3, 4]; //? nothing
    let at = 1; //? nothing
    let size = sizes[at]; //? sizes: R, at: R
    sizes[at] = size + 1; //? sizes: W, at: R, size: R
    sizes[0] += size; //? sizes: W, size: R
    let first = &mut sizes[0]; //? sizes: W
    *first += 1; //? *first: W
    println!("{}", sizes[0]); //? sizes: R
}
