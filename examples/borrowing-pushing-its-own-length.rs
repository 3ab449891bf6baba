fn main() {
    let mut sizes = vec![5, 8];
    sizes.push(sizes.len());
    println!("{sizes:?}");
}
