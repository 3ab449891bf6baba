fn main() {
    let mut status = String::from("waiting");
    let before = &raw const *status.as_str();
    status = String::from("boarding");
    println!("{}, then {status}", unsafe { &*before });
}
