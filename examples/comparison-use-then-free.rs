fn main() {
    let list = vec!["bread", "milk"];
    println!("{} items", list.len());
    drop(list);
    println!("list released");
}
