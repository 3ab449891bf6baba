fn main() {
    let guests = [String::from("Ada"), String::from("Grace")];
    let first = unsafe { std::ptr::read(&guests[0]) };
    println!("{first} comes first");
}
