fn halves(list: &mut [u8], at: usize) -> (&mut [u8], &mut [u8]) {
    let rest = list.len().checked_sub(at).expect("at is within the list");
    let (start, part) = (list.as_mut_ptr(), std::slice::from_raw_parts_mut);
    // SAFETY: both parts lie in `list`, lent to us exclusively, and no
    // element is in both.
    unsafe { (part(start, at), part(start.add(at), rest)) }
}

fn main() {
    let mut seats = [3, 5, 7];
    let (front, back) = halves(&mut seats, 1);
    std::mem::swap(&mut front[0], &mut back[1]);
    println!("{seats:?}");
}
