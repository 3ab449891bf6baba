fn main() {
    let rows = vec![vec![1, 2], Vec::new(), vec![3]];
    let boxed = Box::new(rows);
    let seats = boxed[0].len();
    drop(boxed);
    println!("{seats}");
}
