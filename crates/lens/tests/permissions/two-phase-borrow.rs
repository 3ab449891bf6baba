fn main() {
    let mut sizes = vec![1, 2];
    sizes.push(sizes.len()); //~ sizes: RWO
    let view = &mut sizes; //~ sizes: RWO
    view.push(view.len()); //~ sizes: ---, view: R-O, *view: RW-
    view.push(9); //~ sizes: ---, view: R-O, *view: RW-
    println!("{}", sizes.len()); //~ sizes: RWO, view: R-O
} //~ sizes: RWO, view: ---
