fn main() {
    let title = String::from("a title of many letters");
    let shelf = title;
    println!("on the shelf: {} letters", shelf.len());
}
