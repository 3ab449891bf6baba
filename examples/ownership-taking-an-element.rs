fn main() {
    let mut queue = vec![String::from("Ada"), String::from("Grace")];
    let first = std::mem::take(&mut queue[0]);
    println!("{first} leaves {queue:?}");
}
