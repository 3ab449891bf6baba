fn main() {
    let guests = [String::from("Ada"), String::from("Grace")];
    let [first, second] = guests;
    println!("{first} before {second}");
}
