fn main() {
    let list = vec!["bread", "milk"];
    drop(list);
    drop(list);
}
