fn main() {
    let mut sizes = vec![1, 2];
    let old = &sizes; //~ sizes: RWO
    sizes.push(old.len()); //~ sizes: R--, old: R-C, *old: R--
    println!("{}", sizes.len()); //~ sizes: RWO, old: ---, *old: ---
} //~ sizes: RWO, old: ---
