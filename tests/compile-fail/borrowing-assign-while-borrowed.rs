fn main() {
    let mut status = String::from("waiting");
    let before = status.as_str();
    status = String::from("boarding");
    println!("{before}, then {status}");
}
