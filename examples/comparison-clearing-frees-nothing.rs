fn main() {
    let mut names = vec![String::from("Ada"), String::from("Grace")];
    let block = names.as_ptr();
    names.clear();
    names.push(String::from("Edsger"));
    println!("same block: {}", names.as_ptr() == block);
}
