fn holds<T>(place: &T, byte: *const u8) -> bool {
    let start = std::ptr::from_ref(place).cast::<u8>();
    let end = start.wrapping_add(size_of::<T>());
    (start..end).contains(&byte)
}

fn main() {
    let array = *b"bread";
    let text = String::from("bread");
    println!("array: {}", holds(&array, array.as_ptr()));
    println!("text: {}", holds(&text, text.as_ptr()));
}
