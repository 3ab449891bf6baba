fn main() {
    let mut log = Vec::with_capacity(1000);
    log.push(String::from("door opens"));

    log.clear();
    let room = log.capacity() >= 1000;
    println!("{} lines, room for 1000: {room}", log.len());

    log.shrink_to_fit();
    println!("after shrinking, capacity {}", log.capacity());
}
