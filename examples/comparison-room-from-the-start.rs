fn main() {
    let mut requests = Vec::with_capacity(100);
    let block = requests.as_ptr();
    for number in 0..100 {
        requests.push(number);
    }
    println!("same block: {}", requests.as_ptr() == block);
}
