fn main() {
    let queue = vec![String::from("Ada"), String::from("Grace")];
    let first = unsafe { std::ptr::read(&queue[0]) };
    println!("{first} leaves {queue:?}");
}
