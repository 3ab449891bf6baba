fn main() {
    let entry = (String::from("tea"), 3); //? nothing
    let (name, count) = entry; //? entry.0: O, entry.1: R
    println!("{name} {count} {}", entry.1); //? name: R, count: R, entry.1: R
}
