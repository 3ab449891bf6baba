fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    for name in &names {
        println!("{name}");
    }
    println!("{} names", names.len());
}
