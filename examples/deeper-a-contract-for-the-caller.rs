/// # Safety
/// The list must not be empty.
unsafe fn first(list: &[u8]) -> &u8 {
    // SAFETY: the caller promises that there is an element at index 0.
    unsafe { list.get_unchecked(0) }
}

fn main() {
    let list = [7, 9];
    // SAFETY: the list has two elements.
    println!("{}", unsafe { first(&list) });
}
