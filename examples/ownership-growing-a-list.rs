fn main() {
    let mut list = Vec::with_capacity(2);
    for item in ["bread", "milk", "eggs"] {
        list.push(item);
        println!("length {}, capacity {}", list.len(), list.capacity());
    }
}
