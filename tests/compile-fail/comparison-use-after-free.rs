fn main() {
    let list = vec!["bread", "milk"];
    drop(list);
    println!("the first is {}", list[0]);
}
