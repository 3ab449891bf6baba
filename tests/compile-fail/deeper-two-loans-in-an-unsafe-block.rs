fn main() {
    let mut list = vec![3, 5];
    unsafe {
        let first = list.get_unchecked(0);
        list.push(7);
        println!("{first}");
    }
}
