fn main() {
    let names = vec![String::from("Ada"), String::from("Grace")];
    for name in unsafe { std::ptr::read(&names) } {
        println!("{name} is in");
    }
    println!("the first was {}", names[0]);
}
