fn main() {
    let guests = [String::from("Ada"), String::from("Grace")];
    let first = guests[0];
    println!("{first} comes first");
}
