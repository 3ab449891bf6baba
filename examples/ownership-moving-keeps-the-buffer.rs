fn main() {
    let list = String::from("bread, milk");
    let before = list.as_ptr();

    let shopping = list;
    println!("same buffer: {}", shopping.as_ptr() == before);
    println!("{shopping}");
}
