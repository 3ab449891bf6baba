fn main() {
    let status = String::from("waiting");
    println!("{status}");
    status = String::from("boarding");
    println!("{status}");
}
