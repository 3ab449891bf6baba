fn main() {
    let list = vec!["bread", "milk"];
    drop(unsafe { std::ptr::read(&list) });
    drop(list);
}
