fn main() {
    let mut shelf = vec![String::from("Emma")];
    let first = &shelf[0];
    println!("{first}");

    shelf.push(String::from("Dune"));
    let copies = shelf.clone();
    drop(shelf);
    println!("{copies:?}");
}
