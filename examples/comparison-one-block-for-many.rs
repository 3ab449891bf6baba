fn main() {
    let boxes = vec![Box::new(1), Box::new(2), Box::new(3)];
    let arena = vec![1, 2, 3];
    println!("{} and {} nodes", boxes.len(), arena.len());
}
