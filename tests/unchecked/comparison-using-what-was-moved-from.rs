fn main() {
    let title = String::from("a title of many letters");
    let shelf = unsafe { std::ptr::read(&title) };
    println!("on the shelf: {} letters", shelf.len());
    println!("left behind: {} letters", title.len());
}
