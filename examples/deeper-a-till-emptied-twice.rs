fn main() {
    let mut till = vec![5, 10];
    let mut close = || std::mem::take(&mut till);
    println!("{:?} {:?}", close(), close());
    till.push(20);
    println!("{till:?}");
}
