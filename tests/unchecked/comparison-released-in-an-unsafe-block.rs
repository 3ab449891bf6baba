fn main() {
    let list = vec!["bread", "milk"];
    unsafe {
        println!("{}", list.get_unchecked(1));
        drop(unsafe { std::ptr::read(&list) });
        println!("{}", list.get_unchecked(0));
    }
}
