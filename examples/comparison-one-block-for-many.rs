fn main() {
    let boxes: Vec<Box<i32>> = (1..=3).map(Box::new).collect();
    let arena: Vec<i32> = (1..=3).collect();
    println!("{} and {} nodes", boxes.len(), arena.len());
}
