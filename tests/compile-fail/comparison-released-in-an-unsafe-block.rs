fn main() {
    let list = vec!["bread", "milk"];
    unsafe {
        println!("{}", list.get_unchecked(1));
        drop(list);
        println!("{}", list.get_unchecked(0));
    }
}
