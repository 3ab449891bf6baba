fn main() {
    let mut queue = Box::new(vec![1]); //? nothing
    queue.push(2); //? *queue: W
    println!("{}", queue.len()); //? *queue: R
    println!("{queue:?}"); //? queue: R
}
