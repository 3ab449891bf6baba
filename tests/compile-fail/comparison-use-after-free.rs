fn main() {
    let list = vec!["bread", "milk"];
    drop(list);
    println!("{} items", list.len());
}
