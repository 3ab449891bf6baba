fn address<T>(place: &T) -> usize {
    std::ptr::from_ref(place).addr()
}

fn main() {
    let array = [7_u8; 5];
    let text = String::from("bread");
    println!("array: {}", address(&array) == array.as_ptr().addr());
    println!("text: {}", address(&text) == text.as_ptr().addr());
}
