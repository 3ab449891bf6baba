fn main() {
    let mut queue = vec![1, 2, 3]; //? nothing
    if let [first, .., last] = queue.as_mut_slice() { //? queue: W
        std::mem::swap(first, last); //? *first: W, *last: W
    }
    println!("{queue:?}"); //? queue: R
}
