fn first(list: &[u8]) -> Option<&u8> {
    if list.is_empty() {
        return None;
    }
    // SAFETY: the list has an element at index 0.
    Some(unsafe { list.get_unchecked(0) })
}

fn main() {
    println!("{:?} {:?}", first(&[7]), first(&[]));
}
