fn main() {
    let mut queue = vec![9, 2, 7, 4, 5];
    let front: Vec<_> = queue.drain(..2).collect();
    println!("{front:?} {queue:?}");
    let even: Vec<_> = queue.extract_if(.., |seat| *seat % 2 == 0).collect();
    println!("{even:?} {queue:?}");
    queue.retain(|seat| *seat != 7);
    println!("{queue:?}");
}
